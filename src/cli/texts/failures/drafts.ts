import type { FailureTexts } from '../../../sdk/language/failures/failureTexts.ts'

/** What failures of a signer's own books say in general, by code. */
export const draftTexts: FailureTexts = {
  'file/assets-refused': {
    en: {
      fact: 'The file of the claims is refused',
      remedy: 'Correct what the error lists; no report is drafted until then',
    },
    'zh-Hans': { fact: '债权文件被拒绝', remedy: '请更正错误信息所列各项；在此之前不拟制报告' },
    'zh-Hant': { fact: '債權文件被拒絕', remedy: '請更正錯誤信息所列各項；在此之前不擬製報告' },
    pt: {
      fact: 'O ficheiro dos créditos foi recusado',
      remedy: 'Corrija o que o erro lista; até lá não se redige relatório',
    },
  },
  'file/book-file-refused': {
    en: {
      fact: '{path} of the books is refused',
      remedy: 'Correct the file; no report is drafted from these books until it can be read',
    },
    'zh-Hans': { fact: '账簿文件 {path} 被拒绝', remedy: '请更正该文件；在可读之前不以该账簿拟制报告' },
    'zh-Hant': { fact: '賬簿文件 {path} 被拒絕', remedy: '請更正該文件；在可讀之前不以該賬簿擬製報告' },
    pt: {
      fact: 'O ficheiro {path} dos livros foi recusado',
      remedy: 'Corrija o ficheiro; até ser legível não se redige relatório destes livros',
    },
  },
  'file/books-inconsistent': {
    en: {
      fact: 'The files of the books contradict each other',
      remedy: 'Correct what the error lists; no report is drafted until then',
    },
    'zh-Hans': { fact: '账簿各文件相互矛盾', remedy: '请更正错误信息所列各项；在此之前不拟制报告' },
    'zh-Hant': { fact: '賬簿各文件相互矛盾', remedy: '請更正錯誤信息所列各項；在此之前不擬製報告' },
    pt: {
      fact: 'Os ficheiros dos livros contradizem-se',
      remedy: 'Corrija o que o erro lista; até lá não se redige relatório',
    },
  },
  'file/books-period-missing': {
    en: { fact: 'The books have no period {number}', remedy: 'Add its days to books.json' },
    'zh-Hans': { fact: '账簿没有第 {number} 期', remedy: '请在账簿条款中补上该期日期' },
    'zh-Hant': { fact: '賬簿沒有第 {number} 期', remedy: '請在賬簿條款中補上該期日期' },
    pt: {
      fact: 'Os livros não têm o período {number}',
      remedy: 'Acrescente as suas datas aos termos dos livros',
    },
  },
  'file/books-refused': {
    en: {
      fact: 'The terms of the books are refused',
      remedy: 'Correct what the error lists; no report is drafted until then',
    },
    'zh-Hans': { fact: '账簿条款被拒绝', remedy: '请更正错误信息所列各项；在此之前不拟制报告' },
    'zh-Hant': { fact: '賬簿條款被拒絕', remedy: '請更正錯誤信息所列各項；在此之前不擬製報告' },
    pt: {
      fact: 'Os termos dos livros foram recusados',
      remedy: 'Corrija o que o erro lista; até lá não se redige relatório',
    },
  },
  'file/decision-refused': {
    en: {
      fact: 'A decision in the books is refused',
      remedy: 'Correct what the error lists; no report is drafted until then',
    },
    'zh-Hans': { fact: '账簿中的一项决定被拒绝', remedy: '请更正错误信息所列各项；在此之前不拟制报告' },
    'zh-Hant': { fact: '賬簿中的一項決定被拒絕', remedy: '請更正錯誤信息所列各項；在此之前不擬製報告' },
    pt: {
      fact: 'Uma decisão nos livros foi recusada',
      remedy: 'Corrija o que o erro lista; até lá não se redige relatório',
    },
  },
  'file/fixings-refused': {
    en: {
      fact: 'The file of the fixings is refused',
      remedy: 'Correct what the error lists; no report is drafted until then',
    },
    'zh-Hans': { fact: '汇率文件被拒绝', remedy: '请更正错误信息所列各项；在此之前不拟制报告' },
    'zh-Hant': { fact: '匯率文件被拒絕', remedy: '請更正錯誤信息所列各項；在此之前不擬製報告' },
    pt: {
      fact: 'O ficheiro das taxas de câmbio foi recusado',
      remedy: 'Corrija o que o erro lista; até lá não se redige relatório',
    },
  },
  'file/servicing-refused': {
    en: {
      fact: 'A record of the servicer is refused',
      remedy: 'Correct what the error lists; no report is drafted until then',
    },
    'zh-Hans': { fact: '资产服务机构的记录被拒绝', remedy: '请更正错误信息所列各项；在此之前不拟制报告' },
    'zh-Hant': { fact: '資產服務機構的記錄被拒絕', remedy: '請更正錯誤信息所列各項；在此之前不擬製報告' },
    pt: {
      fact: 'Um registo do gestor de cobranças foi recusado',
      remedy: 'Corrija o que o erro lista; até lá não se redige relatório',
    },
  },
  'oracle/books-open': {
    en: {
      fact: '{subject} waits: the books are not complete yet',
      remedy: 'It is looked at again; bring what is missing when its day has come',
    },
    'zh-Hans': { fact: '{subject}：账簿尚未齐备，等待中', remedy: '系统将再次查看；请在到期时补齐所缺' },
    'zh-Hant': { fact: '{subject}：賬簿尚未齊備，等待中', remedy: '系統將再次查看；請在到期時補齊所缺' },
    pt: {
      fact: '{subject} espera: os livros ainda não estão completos',
      remedy: 'Volta-se a ver; traga o que falta quando chegar o dia',
    },
  },
  'oracle/ledger-differs': {
    en: {
      fact: '{subject}: books and ledger differ',
      remedy: 'Ask the account bank what it booked, and compare it with its statement',
    },
    'zh-Hans': { fact: '{subject}：账簿与账本不一致', remedy: '请向账户银行核实入账，并与其对账单比对' },
    'zh-Hant': { fact: '{subject}：賬簿與賬本不一致', remedy: '請向賬戶銀行核實入賬，並與其對賬單比對' },
    pt: {
      fact: '{subject}: os livros e o registo diferem',
      remedy: 'Pergunte ao banco da conta o que lançou e compare com o extracto',
    },
  },
  'oracle/unmatched': {
    en: {
      fact: '{subject}: exceptions are open, and nothing unmatched is signed',
      remedy: 'Get the missing or corrected file, or lay a decision on each into decisions/',
    },
    'zh-Hans': {
      fact: '{subject}：仍有未决差异，未核对者不予签署',
      remedy: '请取得缺失或更正的文件，或逐项作出决定',
    },
    'zh-Hant': {
      fact: '{subject}：仍有未決差異，未核對者不予簽署',
      remedy: '請取得缺失或更正的文件，或逐項作出決定',
    },
    pt: {
      fact: '{subject}: há diferenças em aberto, e nada se assina sem correspondência',
      remedy: 'Obtenha o ficheiro em falta ou corrigido, ou decida cada diferença',
    },
  },
  'oracle/decision-needless': {
    en: {
      fact: 'The exception holds no report and needs no decision',
      remedy: 'Decide on those that are open; arrears and tolerated differences go on by themselves',
    },
    'zh-Hans': {
      fact: '该例外不妨碍报告，无需决定',
      remedy: '请只就待处理者作出决定；欠款与容差内差异自动继续',
    },
    'zh-Hant': {
      fact: '該例外不妨礙報告，無需決定',
      remedy: '請只就待處理者作出決定；欠款與容差內差異自動繼續',
    },
    pt: {
      fact: 'A excepção não retém nenhum relatório e não precisa de decisão',
      remedy: 'Decida sobre as que estão em aberto; mora e diferenças toleradas seguem por si',
    },
  },
  'oracle/exception-unknown': {
    en: {
      fact: 'No exception of this name, subject and amount is there',
      remedy: 'Give name, subject and amount as match shows them now',
    },
    'zh-Hans': {
      fact: '没有名称、所涉与金额均相符的例外',
      remedy: '请按 match 现在所示填写名称、所涉与金额',
    },
    'zh-Hant': {
      fact: '沒有名稱、所涉與金額均相符的例外',
      remedy: '請按 match 現在所示填寫名稱、所涉與金額',
    },
    pt: {
      fact: 'Não há nenhuma excepção com este nome, assunto e montante',
      remedy: 'Dê nome, assunto e montante como o match os mostra agora',
    },
  },
  'oracle/file-unknown': {
    en: { fact: 'No file with the hash {hash} came in', remedy: 'Give the hash as collect --all shows it' },
    'zh-Hans': { fact: '没有收到哈希为 {hash} 的文件', remedy: '请按 collect --all 所示填写哈希' },
    'zh-Hant': { fact: '沒有收到哈希值為 {hash} 的文件', remedy: '請按 collect --all 所示填寫哈希值' },
    pt: {
      fact: 'Não chegou nenhum ficheiro com o hash {hash}',
      remedy: 'Dê o hash como o collect --all o mostra',
    },
  },
}
