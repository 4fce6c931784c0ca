/** What each OCFL validation code means, in our words; the codes are those of the OCFL 1.0 and 1.1 specifications. */
const sentences = {
  E001: ['Something is in the object that does not belong there', '对象目录中有不应存在的文件或目录'],
  E003: ['The object needs exactly one version declaration', '对象必须有且只有一个版本声明文件'],
  E004: ['The declaration names an OCFL version unknown here', '声明文件中的 OCFL 版本无法识别'],
  E005: ['The declaration must begin with "0="', '声明文件名须以“0=”开头'],
  E006: ['The declaration must name an OCFL object', '声明文件名须为“0=ocfl_object_”加版本号'],
  E007: ['The declaration does not say what its name says', '声明文件的内容与文件名不符'],
  E008: ['The object has no version', '对象没有任何版本'],
  E009: ['The versions do not start at 1', '版本号不从 1 开始'],
  E010: ['A version is missing in the sequence', '版本号不连续'],
  E011: ['A zero-padded version must begin with "v0"', '补零的版本目录名须以“v0”开头'],
  E012: ['Version names are padded differently', '版本目录名的补零方式不一致'],
  E013: ['A version does not follow the naming of the first one', '版本目录名未沿用首个版本的命名方式'],
  E015: ['A version folder holds a file beside its inventory', '版本目录中有清单以外的文件'],
  E017: ['The content folder must be a plain name', '内容目录名不得包含“/”'],
  E018: ['The content folder must not be "." or ".."', '内容目录名不得为“.”或“..”'],
  E019: ['The content folder changed its name between versions', '各版本的内容目录名不一致'],
  E023: ['A content file is not listed in the manifest', '内容文件未列入清单'],
  E024: ['An empty folder is among the content', '内容目录中有空目录'],
  E025: ['Content must be addressed by sha512 or sha256', '内容寻址只能使用 sha512 或 sha256'],
  E033: ['The inventory is not a JSON object in UTF-8', '清单不是 UTF-8 编码的 JSON 对象'],
  E036: ['The inventory lacks id, type, digestAlgorithm or head', '清单缺少 id、type、digestAlgorithm 或 head'],
  E037: ['The identifier is not one and the same text everywhere', '对象标识不是文本或前后不一致'],
  E038: ['The type does not match the declared OCFL version', '清单类型与声明的 OCFL 版本不符'],
  E040: ['The head is not the newest version', 'head 不是最新版本'],
  E041: ['The inventory has no manifest', '清单缺少 manifest'],
  E042: ['A content path does not lie in the content of a version', '内容路径不在某一版本的内容目录中'],
  E043: ['The inventory has no versions', '清单缺少 versions'],
  E044: ['The versions must be a JSON object', 'versions 必须是 JSON 对象'],
  E046: ['Version folders and listed versions differ', '版本目录与清单中的版本不一致'],
  E047: ['A version must be a JSON object', '版本描述必须是 JSON 对象'],
  E048: ['A version lacks created or state', '版本描述缺少 created 或 state'],
  E049: [
    'The date of a version is not an RFC 3339 time with seconds and zone',
    '版本时间不是带秒和时区的 RFC 3339 时间',
  ],
  E050: ['The state of a version does not agree with the manifest', '版本状态与 manifest 不符'],
  E051: ['A logical path must be text', '逻辑路径必须是文本'],
  E052: ['A logical path has an empty, "." or ".." part', '逻辑路径中有空段、“.”或“..”'],
  E053: ['A logical path begins or ends with "/"', '逻辑路径以“/”开头或结尾'],
  E054: ['The user of a version has no name', '版本的操作者缺少姓名'],
  E056: ['The fixity block uses an unknown algorithm', '固化校验块使用了未知算法'],
  E057: ['The fixity block is not built like a manifest', '固化校验块的结构不符'],
  E058: ['The inventory has no digest file', '清单缺少摘要文件'],
  E059: ['The digest file is of another algorithm than the inventory says', '摘要文件的算法与清单所述不符'],
  E060: ['The inventory does not have the digest stated for it', '清单与其摘要不符'],
  E061: ['The digest file is malformed', '摘要文件格式不符'],
  E063: ['The object has no inventory', '对象缺少清单'],
  E064: ['The inventory differs from the one of the newest version', '对象清单与最新版本的清单不一致'],
  E066: ['An earlier inventory tells another state of a version', '早期清单所述的版本状态与现清单不一致'],
  E067: ['A file lies among the extensions of the object', '对象扩展目录中有散落文件'],
  E069: ['The folder is not declared to be a storage root', '目录未声明为存储库'],
  E070: ['ocfl_layout.json must state extension and description', 'ocfl_layout.json 须含 extension 与 description'],
  E071: ['ocfl_layout.json names a layout that is not registered', 'ocfl_layout.json 所述布局未登记'],
  E072: ['A file lies outside every object', '有文件不属于任何对象'],
  E073: ['An empty folder is in the storage root', '存储库中有空目录'],
  E076: ['The storage root must have exactly one version declaration', '存储库必须有且只有一个版本声明文件'],
  E079: ['The storage root is declared to be of an unknown OCFL version', '存储库声明的 OCFL 版本无法识别'],
  E080: ['The declaration of the storage root does not say what its name says', '存储库声明文件的内容与文件名不符'],
  E081: ['An object is of a later OCFL version than its storage root', '对象的 OCFL 版本高于存储库'],
  E083: ['An object is not where its identifier belongs', '对象不在其标识对应的位置'],
  E084: ['A file lies in an intermediate folder', '中间目录中有散落文件'],
  E090: ['A link, not a file or folder', '不得使用链接'],
  E092: ['A content file is absent or does not have the digest listed', '内容文件缺失或与所列摘要不符'],
  E093: ['A file is absent or does not have its fixity value', '文件缺失或与固化校验值不符'],
  E094: ['The message of a version must be text', '版本说明必须是文本'],
  E095: ['Logical paths are not unique or lie in each other', '逻辑路径重复或互相冲突'],
  E096: ['The manifest lists a digest twice', 'manifest 中摘要重复'],
  E097: ['The fixity block lists a digest twice', '固化校验块中摘要重复'],
  E099: ['A content path has an empty, "." or ".." part', '内容路径中有空段、“.”或“..”'],
  E100: ['A content path begins or ends with "/"', '内容路径以“/”开头或结尾'],
  E101: ['Content paths are not unique or lie in each other', '内容路径重复或互相冲突'],
  E102: ['The inventory has a key that OCFL does not know', '清单中有 OCFL 未定义的键'],
  E103: ['A version is of an earlier OCFL version than the one before', '某版本的 OCFL 版本低于前一版本'],
  E104: ['A version name must be "v" and a number', '版本名须为“v”加数字'],
  E106: ['The manifest must be a JSON object', 'manifest 必须是 JSON 对象'],
  E107: ['The manifest lists content that no version uses', 'manifest 列有任何版本都未使用的内容'],
  E111: ['The fixity block must be a JSON object', '固化校验块必须是 JSON 对象'],
  E112: ['A file lies among the extensions of the storage root', '存储库扩展目录中有散落文件'],
  W001: ['Version names are zero-padded', '版本目录名补零'],
  W002: ['A version folder holds a folder beside its content', '版本目录中有内容目录以外的目录'],
  W003: ['A version without content has a content folder', '无内容的版本带有内容目录'],
  W004: ['sha512 is the better digest', '建议使用 sha512'],
  W005: ['The identifier is not a URI', '对象标识不是 URI'],
  W007: ['A version has no message or user', '版本缺少说明或操作者'],
  W008: ['The user of a version has no address', '版本的操作者没有地址'],
  W009: ['The address of the user is not a URI', '操作者的地址不是 URI'],
  W010: ['A version folder has no inventory', '版本目录缺少清单'],
  W011: [
    'An earlier inventory tells another date, message or user of a version',
    '早期清单所述的时间、说明或操作者与现清单不一致',
  ],
  W013: ['An extension of the object is not registered', '对象使用了未登记的扩展'],
  W015: ['Objects lie both directly in the root and below folders', '对象既直接放在根下又放在子目录中'],
  W016: ['An extension of the storage root is not registered', '存储库使用了未登记的扩展'],
} as const satisfies Record<string, readonly [en: string, zh: string]>

/** An OCFL validation code: E is an error, W a warning. */
export type Code = keyof typeof sentences

/** One thing found by a validator: the code, where it is (`file` or `file#place/in/the/json`), and a sentence in both languages. */
export interface Finding {
  readonly code: Code
  readonly path: string
  readonly message: string
  readonly zh: string
}

/** Makes a finding; the sentence follows from the code. */
export function finding(code: Code, path: string): Finding {
  const [message, zh] = sentences[code]
  return { code, path, message, zh }
}

/** True when nothing found is an error; warnings are allowed. */
export const isValid = (findings: readonly Finding[]): boolean => !findings.some(({ code }) => code.startsWith('E'))
