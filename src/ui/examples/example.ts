import type { ComponentChild } from 'preact'

export interface Example {
  part: string
  state: string
  node: ComponentChild
}
