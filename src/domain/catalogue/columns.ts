/** The columns of an import, with the headings under which they are found in English and Chinese. */
export const columns = {
  number: ['number', '编号', '編號'],
  kind: ['kind', '类型', '類型'],
  place: ['place', '地区', '地區'],
  name: ['name', '名称', '名稱'],
  field: ['field', '技术领域', '技術領域'],
  owner: ['owner', '权利人', '權利人'],
  ownerCode: ['owner code', '权利人代码', '權利人代碼'],
  filed: ['filed', '申请日', '申請日'],
  granted: ['granted', '授权日', '授權日'],
  expiry: ['expiry', '届满日', '屆滿日'],
  economicEnd: ['economic end', '经济寿命终止日', '經濟壽命終止日'],
  feeDue: ['fee due', '下次年费日', '下次年費日'],
  readiness: ['readiness', '技术就绪度', '技術就緒度'],
  consentDay: ['consent day', '同意日', '同意日期'],
  consentBy: ['consent by', '同意签署人', '同意簽署人'],
  consentDocument: ['consent document', '同意文件', '同意書'],
} as const

export type Column = keyof typeof columns

export const columnNames: readonly Column[] = [
  'number',
  'kind',
  'place',
  'name',
  'field',
  'owner',
  'ownerCode',
  'filed',
  'granted',
  'expiry',
  'economicEnd',
  'feeDue',
  'readiness',
  'consentDay',
  'consentBy',
  'consentDocument',
]

/** Columns that may be absent or empty. */
export const optionalColumns: readonly Column[] = [
  'ownerCode',
  'granted',
  'expiry',
  'economicEnd',
  'feeDue',
  'readiness',
]

/** The column that a heading names, in either language and any case. */
export function columnNamed(heading: string): Column | undefined {
  const wanted = heading.trim().toLowerCase()
  return columnNames.find(name => columns[name].some(one => one === wanted) || name.toLowerCase() === wanted)
}

/** The heading under which a column is spoken of. */
export function headingOf(column: Column): string {
  return columns[column][0]
}
