/** What names in one language look like, and the encodings they come in where they are not in UTF-8. */
export interface Language {
  readonly name: string;
  /** The more usual first: it wins where nothing tells them apart. */
  readonly encodings: readonly string[];
  /** The characters beyond ASCII that its names are made of, in both cases where there are two. */
  readonly usual: ReadonlySet<string>;
  /** Those that it has, and that seldom come. */
  readonly seldom: ReadonlySet<string>;
  /** Whether its letters stand in one word with ASCII's, as Latin ones and Chinese characters do, or only among their own. */
  readonly among: 'all' | 'own';
}

const both = (letters: string): string => letters + letters.toUpperCase();

const language = (
  name: string,
  encodings: readonly string[],
  usual: string,
  among: Language['among'],
  seldom = '',
): Language => ({ name, encodings, usual: new Set(usual), seldom: new Set(seldom), among });

const WESTERN = ['windows-1252', 'cp850', 'cp437', 'macroman'];
const CENTRAL = ['windows-1250', 'iso-8859-2', 'cp852'];
const BALTIC = ['windows-1257', 'cp775'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5', 'maccyrillic'];

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)).join('');

const KANA = `${range(0x3041, 0x3093) + range(0x30a1, 0x30f6)}\u30FC\u3005`;

/** The characters that come most often in texts and names of files; more would tell the languages apart less. */
const KANJI =
  '日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計特私始朝運終台広住無真有口少町料工建空止送切転研足究楽起着店病質試族銀映親験英医仕写字答夜音注歌買図週室歩風紙黒花春赤青館屋色秋夏習駅旅服漢資報告契約請求積議録版更追加覧表設定説書類写真第号編集最終稿保存';
const HANZI_SIMPLIFIED =
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九性通目华报立马命张活难神数件安表原车白应路期叫常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战接许八特望直服林题建南度统色字请交爱让认算论百义科元社术结六功指思非流每青管连远资队带花快条院变联言权往展领传近留红治决周保达办运城区品转量空技程告江语英基式写识收设始版历史商千片容研友站广改议形早房音火首单据导影网专石校读志飞观包组造视图档案载照夹录测试备份频乐简季结';
const HANZI_TRADITIONAL =
  '的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市眼體別處總才場師書比住員九性通目華報立馬命張活難神數件安表原車白應路期叫常提感金何更反合放做系計或司利受光王果親界及今京務制解各任至清物台象記邊共風戰接許八特望直服林題建南度統色字請交愛讓認算論百義科元社術結六功指思非流每青管連遠資隊帶花快條院變聯言權往展領傳近留紅治決周保達辦運城區品轉量空技程告語英基式寫識收設始版歷史商千片容研友站廣改議形早房音火首單據導影網專石校讀志飛觀包組造視圖檔案載照夾錄測試備份頻樂簡季';
const HANGUL =
  '가각간감강개거건검것게결경계고공과관교구국군그금급기길김나남내네년노높누는능니다단달담당대더데도동되된드들등디따때또라람래량러레력로록료를름리린마만말매면명모목못무문물미민및바반받발방배백번법변별보복본부분비사산상새생서석선설성세소속수순술스습시식신실아안알양어업에여역연영예오온와완외요용우운원월위유육으은을음의이인일임입있자작장재저적전점정제조주중증지직진차참천첨체초최추출치크타태터테토통트특파판편평폴표품프하학한할함합해행향현형호화확환황회획후';

/** The languages that names on old servers are in. */
export const LANGUAGES: readonly Language[] = [
  language('German', WESTERN, `${both('äöü')}ß`, 'all'),
  language('French', WESTERN, both('éèêàçôâ'), 'all', both('ëîïùûœ')),
  language('Spanish', WESTERN, `${both('ñáéíóúü')}¿¡ºª`, 'all'),
  language('Portuguese', WESTERN, `${both('ãõáéíóúâêôàç')}ºª`, 'all'),
  language('Nordic', WESTERN, both('åøæäöé'), 'all'),
  language('Italian', WESTERN, both('àèéìòù'), 'all'),
  language('Polish', CENTRAL, both('ąćęłńóśźż'), 'all'),
  language('Czech', CENTRAL, both('áčéěířšúůýž'), 'all', both('óďťň')),
  language('Slovak', CENTRAL, both('áčéíľšúýžť'), 'all', both('óôäďňŕĺ')),
  language('Hungarian', CENTRAL, both('áéíóöőúüű'), 'all'),
  language('Croatian and Slovene', CENTRAL, both('čćđšž'), 'all'),
  language('Romanian', CENTRAL, both('ăâîşţ'), 'all'),
  language('Lithuanian', BALTIC, both('ąčęėįšųūž'), 'all'),
  language('Latvian', BALTIC, both('āčēģīķļņšūž'), 'all'),
  language('Turkish', ['windows-1254', 'cp857'], 'ğışçöüĞİŞÇÖÜ', 'all'),
  language('Russian', CYRILLIC, 'оеаинтсрвлкмдпуяыьгзбчйхжюОАИНТСРВЛКМДПУГЗБЧ', 'own'),
  language('Ukrainian', CYRILLIC, 'оаинвіертслкудмпязьбгчйхїєжОАИНВІЕРТСЛКУДМПЗБЇЄ', 'own'),
  language('Bulgarian', CYRILLIC, 'аоиентрсвлдкпмзяубгчщъцжАОИЕНТРСВЛДКПМЗБГ', 'own'),
  language(
    'Greek',
    ['windows-1253', 'iso-8859-7', 'cp737'],
    `${both('αγδεηικλμνοπρστυωάέίό')}ςήύώ`,
    'own',
    both('βζθξφχψ'),
  ),
  language('Hebrew', ['windows-1255', 'iso-8859-8', 'cp862'], range(0x5d0, 0x5ea), 'own'),
  language('Arabic', ['windows-1256', 'iso-8859-6'], range(0x621, 0x63a) + range(0x641, 0x64a), 'own'),
  language('Thai', ['windows-874'], range(0xe01, 0xe3a) + range(0xe40, 0xe4e), 'own'),
  language('Japanese', ['shift_jis', 'euc-jp'], KANA + KANJI, 'all'),
  language('Simplified Chinese', ['gb18030'], HANZI_SIMPLIFIED, 'all'),
  language('Traditional Chinese', ['big5'], HANZI_TRADITIONAL, 'all'),
  language('Korean', ['euc-kr'], HANGUL, 'all'),
];
