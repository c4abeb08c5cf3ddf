/** The columns of an import, with the headings under which they are found in English, Chinese and Portuguese. */
export const columns = {
  number: ['number', '编号', '編號', 'número'],
  kind: ['kind', '类型', '類型', 'tipo'],
  place: ['place', '地区', '地區', 'lugar'],
  name: ['name', '名称', '名稱', 'nome'],
  field: ['field', '技术领域', '技術領域', 'domínio'],
  owner: ['owner', '权利人', '權利人', 'titular'],
  ownerCode: ['owner code', '权利人代码', '權利人代碼', 'código do titular'],
  filed: ['filed', '申请日', '申請日', 'data do pedido'],
  granted: ['granted', '授权日', '授權日', 'data da concessão'],
  expiry: ['expiry', '届满日', '屆滿日', 'termo'],
  economicEnd: ['economic end', '经济寿命终止日', '經濟壽命終止日', 'termo económico'],
  feeDue: ['fee due', '下次年费日', '下次年費日', 'próxima anuidade'],
  readiness: ['readiness', '技术就绪度', '技術就緒度', 'maturidade técnica'],
  consentDay: ['consent day', '同意日', '同意日期', 'data do consentimento'],
  consentBy: ['consent by', '同意签署人', '同意簽署人', 'consentimento por'],
  consentDocument: ['consent document', '同意文件', '同意書', 'documento do consentimento'],
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

/** The column that a heading names, in any of the languages and any case. */
export function columnNamed(heading: string): Column | undefined {
  const wanted = heading.trim().toLowerCase()
  return columnNames.find(name => columns[name].some(one => one === wanted) || name.toLowerCase() === wanted)
}

/** The heading under which a column is spoken of. */
export function headingOf(column: Column): string {
  return columns[column][0]
}
