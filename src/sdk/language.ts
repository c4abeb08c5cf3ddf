export {
  type ErrorMeaning,
  type FailureMeaning,
  type Meaning,
  meaningsOf,
  type RefusalMeaning,
} from './language/meaningsOf.ts'
