export interface StepHeadProps {
  /** From 1. */
  step: number
  total: number
  /** Said otherwise than in things: 「7問のうち3問目」. */
  words?: string
}

/** Where somebody is in a row of questions: 「3つ目／全部で8つ」. */
export function StepHead({ step, total, words = `${count(step)}目／全部で${count(total)}` }: StepHeadProps) {
  return (
    <div class="step-head">
      <p class="step-words">{words}</p>
      <progress class="step-progress" max={total} value={step} aria-label={words} />
    </div>
  )
}

/** Things are counted with つ up to nine. */
function count(n: number): string {
  return n < 10 ? `${n}つ` : `${n}個`
}
