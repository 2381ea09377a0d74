/** Names as people give them, by language, and the encodings that servers keep them in. */
export interface NameCorpus {
  readonly language: string;
  readonly encodings: readonly string[];
  readonly names: readonly string[];
}

export const NAME_CORPUS: readonly NameCorpus[] = [
  {
    language: 'German',
    encodings: ['windows-1252', 'cp850'],
    names: ['Müller Angebot.pdf', 'Übersicht 2024.xls', 'Straße.txt', 'Größe.csv', 'Fußball', 'schöne Grüße.doc'],
  },
  {
    language: 'French',
    encodings: ['windows-1252', 'cp850', 'macroman'],
    names: ['été.txt', 'Résumé.pdf', 'déjà vu.mp3', 'Noël 2019', 'garçon.jpg', 'forêt', 'où.doc', 'Économie'],
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252', 'cp850'],
    names: ['Año nuevo', 'Niños.jpg', 'canción.mp3', 'Información.pdf', 'último.txt', 'música'],
  },
  {
    language: 'Portuguese',
    encodings: ['windows-1252'],
    names: ['Ação.doc', 'informações.txt', 'São Paulo', 'música.mp3', 'coração.jpg'],
  },
  {
    language: 'Swedish and Danish',
    encodings: ['windows-1252', 'cp850'],
    names: ['Årsredovisning.pdf', 'räksmörgås.txt', 'København', 'blåbær.jpg', 'Øl.txt'],
  },
  {
    language: 'Polish',
    encodings: ['windows-1250', 'iso-8859-2', 'cp852'],
    names: ['Żółw.txt', 'książka.pdf', 'zdjęcia', 'Łódź', 'święta.jpg', 'sprawozdanie roczne ść.doc'],
  },
  {
    language: 'Czech',
    encodings: ['windows-1250', 'iso-8859-2', 'cp852'],
    names: ['Příloha.pdf', 'smlouva č. 3.doc', 'žádost', 'účetní přehled.xls', 'děti.jpg', 'Fotky z výletu', 'kůň'],
  },
  { language: 'Hungarian', encodings: ['windows-1250'], names: ['Levél.doc', 'árvíztűrő tükörfúrógép', 'őszi képek'] },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    names: ['Işık.txt', 'İstanbul resimleri', 'Türkçe dosya.doc', 'öğrenci listesi.xls', 'şarkı.mp3', 'ağaç.jpg'],
  },
  {
    language: 'Lithuanian',
    encodings: ['windows-1257'],
    names: ['Žinutė.txt', 'ataskaita už metus.doc', 'ąžuolas', 'šių metų įmonės'],
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5'],
    names: ['Отчёт за год.doc', 'Фото', 'Документы', 'музыка.mp3', 'Привет мир.txt', 'Договор 5.pdf', 'новая папка'],
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251'],
    names: ['Звіт за рік.doc', 'Документи', 'Київ', 'їжа.jpg', 'Нова папка'],
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'cp737'],
    names: ['Έγγραφα', 'φωτογραφίες.zip', 'νέος φάκελος', 'μουσική.mp3', 'Αθήνα'],
  },
  { language: 'Hebrew', encodings: ['windows-1255'], names: ['מסמכים', 'תמונות.zip', 'דוח שנתי.doc', 'תיקייה חדשה'] },
  { language: 'Arabic', encodings: ['windows-1256'], names: ['مستندات', 'صور.zip', 'تقرير سنوي.doc', 'مجلد جديد'] },
  { language: 'Thai', encodings: ['windows-874'], names: ['เอกสาร', 'รูปภาพ.zip', 'รายงานประจำปี.doc'] },
  {
    language: 'Japanese',
    encodings: ['shift_jis', 'euc-jp'],
    names: [
      '会議議事録.doc',
      '写真',
      'ソフト一覧表.txt',
      '新しいフォルダ',
      '見積書 2024年度.xls',
      'テスト.txt',
      'お知らせ',
    ],
  },
  {
    language: 'Simplified Chinese',
    encodings: ['gb18030'],
    names: ['新建文件夹', '年度报告.doc', '照片', '中文文档.txt', '下载', '会议记录.pdf', '合同.doc'],
  },
  {
    language: 'Traditional Chinese',
    encodings: ['big5'],
    names: ['新增資料夾', '年度報告.doc', '照片', '中文文件.txt', '下載', '會議記錄.pdf', '測試'],
  },
  {
    language: 'Korean',
    encodings: ['euc-kr'],
    names: ['새 폴더', '사진', '회의록.hwp', '견적서 최종.xls', '한글 문서.txt', '음악', '보고서'],
  },
];
