/** The questions of a draft, one a screen: the address of each, what it asks, and the fields behind it. */
export const STEPS = [
  { step: 'background', title: 'いま、何に困っていますか', fields: ['background'] },
  { step: 'work', title: 'どんなことを頼みたいですか', fields: ['work', 'title', 'industry'] },
  { step: 'goal', title: '三か月後、どうなっていたいですか', fields: ['goal', 'goalUnsure', 'excluded'] },
  { step: 'hours', title: '月に何時間くらいですか', fields: ['hours', 'hoursOther'] },
  { step: 'fee', title: 'お礼は、月にいくらですか', fields: ['fee', 'feeOther'] },
  { step: 'place', title: 'どこで働いてもらいますか', fields: ['style', 'travelPaid', 'place', 'prefecture'] },
  {
    step: 'period',
    title: 'いつから、いつまで頼みますか',
    fields: ['months', 'startOn', 'openings', 'ending', 'closesOn', 'applicationLimit'],
  },
  {
    step: 'contact',
    title: 'どなたが募集しますか',
    fields: ['posterName', 'posterAddress', 'posterContact', 'answerDays', 'question1', 'question2'],
  },
] as const

export type Step = (typeof STEPS)[number]
export type StepName = Step['step']
export type FieldName = Step['fields'][number]

export function stepOf(name: string): Step | undefined {
  return STEPS.find(({ step }) => step === name)
}

/** The screen that asks for a field. */
export function stepOfField(field: FieldName | 'codes'): StepName {
  if (field === 'codes') return 'work'
  return STEPS.find(({ fields }) => (fields as readonly string[]).includes(field))!.step
}

export function stepAfter(name: StepName): StepName | null {
  return STEPS[STEPS.findIndex(({ step }) => step === name) + 1]?.step ?? null
}

export function stepBefore(name: StepName): StepName | null {
  return STEPS[STEPS.findIndex(({ step }) => step === name) - 1]?.step ?? null
}

/** What an owner may leave to the desk, as the desk reads it. */
export const UNSURE_WORDS = {
  goal: '三か月後の姿',
  hours: '時間',
  fee: 'お礼',
  style: '働き方',
  months: '期間',
  startOn: '始まり',
} as const

export type UnsureField = keyof typeof UNSURE_WORDS

export function isUnsureField(field: string): field is UnsureField {
  return Object.hasOwn(UNSURE_WORDS, field)
}
