export {
  checkbox,
  choice,
  choices,
  day,
  email,
  longText,
  text,
  wholeNumber,
  yen,
} from './input/fields.ts'
export { type Form, parseForm } from './input/form.ts'
