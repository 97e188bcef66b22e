import { truncate } from '../../text/truncate.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { Begun } from '../rules/afterwards.ts'

/** A project that an event is about, with the company that asks. */
type Told = { readonly id: string; readonly title: string | null; readonly company: string | null }

const LONGEST = 60

/** What people may apply for afterwards. */
export function AboutProjects({ eventId, projects }: { eventId: string; projects: readonly Told[] }) {
  if (projects.length === 0) return null
  return (
    <Section title="この催しで話す案件">
      <ul class="link-list">
        {projects.map((project) => (
          <li key={project.id}>
            <a href={`/projects/${project.id}?event=${eventId}`}>{project.title}</a>
            {project.company && `　${project.company}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Props = { begun: Begun; here: string; projects: readonly Told[]; choices: readonly Told[]; mayChange: boolean }

/** The same for the host, who says which they are. */
export function HostProjects({ begun, here, projects, choices, mayChange }: Props) {
  if (projects.length === 0 && (!mayChange || choices.length === 0)) return null
  return (
    <Section title="この催しで話す案件" lead="みなさんに見える画面に、案件へのリンクが出ます。">
      {projects.length > 0 && (
        <ul>
          {projects.map(({ id, title, company }) => (
            <li key={id}>
              <a href={`/projects/${id}`}>{title}</a>
              {company && `　${company}`}{' '}
              {mayChange && (
                <PostButton action={`${here}/projects/${id}/removal`} kind="plain" label={`「${title}」を外す`}>
                  外す
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {projects.length > 0 && (
        <p>{`この催しのページから応募した方：${inPeople(begun.applied)}。そこから契約した方：${inPeople(begun.worked)}。`}</p>
      )}
      {mayChange && choices.length > 0 && (
        <More title="案件を足す">
          <Form id="about" action={`${here}/projects`} submit="足す" submitKind="quiet">
            <SelectField
              name="project"
              label="募集中の案件"
              options={choices.map(({ id, title, company }) => ({
                value: id,
                label: truncate([title, company].filter(Boolean).join('　'), LONGEST),
              }))}
              required
            />
          </Form>
        </More>
      )}
    </Section>
  )
}

function inPeople(count: number | null): string {
  return count === null ? '5人より少ない' : `${count}人以上`
}

type BegunProps = { event: { readonly id: string; readonly title: string }; removal?: string }

/** For whoever applies: that the application counts for an event, and, where it stands already, the way to end that. */
export function BegunAtEvent({ event, removal }: BegunProps) {
  return (
    <Notice
      kind="info"
      title="催しから始めた応募です"
      action={removal && <PostButton action={removal}>催しとのつながりを消す</PostButton>}
    >
      <a href={`/events/${event.id}`}>{event.title}</a>
      の主催者には、応募した方の人数だけが伝わります。5人より少ないときは、それも伝わりません。
    </Notice>
  )
}
