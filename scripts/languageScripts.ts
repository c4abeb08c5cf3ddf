/** Characters of our texts that only one of the two Chinese scripts has. */
const simplifiedOnly =
  '备请该钱会无权调约职务须预届时执写经间满过状确认内与弃账标员监护为实开银关记际对从购额属划转则录没编' +
  '号笔独检资减币种盘价结汇现类凭选报两个担专项计补条链败创区块码网络译级别数长较运损坏缩钥辖将体拟处够' +
  '单货评质择证设顺维继机构归档许这阶换风险给稳试图总产终办称规读议纪协万组输盐显诉讼声来负带册询导变动' +
  '样镜绝获达销应遗绑暂缓毕进扫储却业软头费义骤锁废让异净齐适础拥节况仅错误弥订亿连续载墙优偿触领还诺递' +
  '亏违测释仓轮'
const traditionalOnly =
  '備請該錢會無權調約職務須預屆時執寫經間滿過狀確認內與棄賬標員監護為實開銀關記際對從購額屬劃轉則錄沒編' +
  '號筆獨檢資減幣種盤價結匯現類憑選報兩個擔專項計補條鏈敗創區塊碼網絡譯級別數長較運損壞縮鑰轄將體擬處夠' +
  '單貨評質擇證設順維繼機構歸檔許這階換風險給穩試圖總產終辦稱規讀議紀協萬組輸鹽顯訴訟聲來負帶冊詢導變動' +
  '樣鏡絕獲達銷應遺綁暫緩畢進掃儲卻業軟頭費義驟鎖廢讓異淨齊適礎擁節況僅錯誤彌訂億連續載牆優償觸領還諾遞' +
  '虧違測釋倉輪'

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
const isLatin = (text: string) => /\p{Script=Latin}/u.test(text) && !isChinese(text)
const isFree = (text: string, characters: string) => ![...text].some(one => characters.includes(one))

/** The languages in which people read, each with the script that tells it from others. */
export const writtenLanguages = [
  { code: 'zh-Hans', isWritten: (text: string) => isChinese(text) && isFree(text, traditionalOnly) },
  { code: 'zh-Hant', isWritten: (text: string) => isChinese(text) && isFree(text, simplifiedOnly) },
  { code: 'pt', isWritten: isLatin },
  { code: 'en', isWritten: isLatin },
] as const

/** Whether a text is there and in the script of its language. */
export function isWrittenIn(language: (typeof writtenLanguages)[number]['code'], text: string): boolean {
  return writtenLanguages.some(({ code, isWritten }) => code === language && isWritten(text))
}
