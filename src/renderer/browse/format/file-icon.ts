import {
  File,
  FileArchive,
  FileAudio,
  FileCode,
  FileImage,
  FileQuestionMark,
  FileSpreadsheet,
  FileSymlink,
  FileText,
  FileVideo,
  Folder,
  type LucideIcon,
} from 'lucide-react';
import type { FileType } from '#shared/ftp/file-entry.ts';

const ENDINGS: readonly (readonly [LucideIcon, string])[] = [
  [FileImage, 'apng avif bmp gif heic ico jpeg jpg png psd raw svg tif tiff webp'],
  [FileArchive, '7z apk bz2 cab deb dmg ear gz iso jar lz4 rar rpm tar tgz txz war xz zip zst'],
  [FileVideo, 'avi flv m4v mkv mov mp4 mpeg mpg webm wmv'],
  [FileAudio, 'aac aif aiff flac m4a mid mp3 oga ogg opus wav wma'],
  [FileSpreadsheet, 'csv numbers ods tsv xls xlsm xlsx'],
  [FileText, 'doc docx htm html log md odt pages pdf rst rtf tex txt'],
  [
    FileCode,
    'bash bat c cc conf cpp cs css go h hpp ini java js json jsx kt lua mjs php pl ps1 py rb rs sass scss sh sql swift toml ts tsx vue wasm xml yaml yml',
  ],
];

const BY_ENDING = new Map(ENDINGS.flatMap(([icon, endings]) => endings.split(' ').map((ending) => [ending, icon])));

/** The icon that says what kind of file a row is, by its type and the ending of its name. */
export const fileIcon = (type: FileType, name: string): LucideIcon => {
  if (type === 'directory') return Folder;
  if (type === 'link') return FileSymlink;
  if (type === 'other' || type === 'unknown') return FileQuestionMark;
  const dot = name.lastIndexOf('.');
  return (dot > 0 && BY_ENDING.get(name.slice(dot + 1).toLowerCase())) || File;
};
