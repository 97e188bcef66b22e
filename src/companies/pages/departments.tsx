import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import type { MembersProps as Props } from './member-shapes.ts'

/** For an owner: the departments, and whether each sees its own projects alone. Small companies leave it closed. */
export function Departments({ home, departments: { list, isSeparate }, isOpen, naming }: Props) {
  const address = `${home}/departments`
  return (
    <More title="部署" open={isOpen || Boolean(naming)}>
      {list.length > 0 && (
        <>
          <ul>
            {list.map(({ id, name, people }) => (
              <li key={id}>
                {name}（{people}人）
                {people === 0 && (
                  <PostButton action={`${address}/${id}/closure`} kind="plain" label={`${name}をなくす`}>
                    なくす
                  </PostButton>
                )}
              </li>
            ))}
          </ul>
          <p>
            {isSeparate
              ? '部署の方には、その部署の案件だけが見えます。代表と、会社全体の方には、ぜんぶ見えます。'
              : 'いまは、どの部署の方にも、会社の案件がぜんぶ見えます。'}
          </p>
          <PostButton action={`${address}/separation`} kind="quiet" fields={{ on: isSeparate ? 'no' : 'yes' }}>
            {isSeparate ? 'ぜんぶ見えるようにする' : '自分の部署の案件だけにする'}
          </PostButton>
        </>
      )}
      <Form
        id="department"
        action={address}
        submit="部署を足す"
        submitKind="quiet"
        values={naming?.values}
        errors={naming?.errors}
      >
        <TextField name="name" label="部署の名前" hint="例：営業部" />
      </Form>
    </More>
  )
}
