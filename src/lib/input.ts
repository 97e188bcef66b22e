export {
  checkbox,
  choice,
  choices,
  day,
  digits,
  email,
  longText,
  phone,
  text,
  wholeNumber,
  yen,
} from './input/fields.ts'
export { type Form, parseForm } from './input/form.ts'
export { together } from './input/together.ts'
