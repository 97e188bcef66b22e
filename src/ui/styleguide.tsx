import type { Example } from './examples/example.ts'
import { examples } from './examples.tsx'
import { Layout } from './layout.tsx'
import { Section } from './section.tsx'

/** Every part in every state on one page. */
export function Styleguide() {
  const parts = Map.groupBy(examples, (example) => example.part)
  return (
    <Layout title="部品の見本" lead="画面をつくる部品を、すべての状態で並べています。" width="page">
      {[...parts].map(([part, states]) => (
        <Section key={part} title={part}>
          {states.map((example) => (
            <Shown key={example.state} example={example} />
          ))}
        </Section>
      ))}
    </Layout>
  )
}

function Shown({ example }: { example: Example }) {
  return (
    <div class="stack example">
      <h3>{example.state}</h3>
      <div>{example.node}</div>
    </div>
  )
}
