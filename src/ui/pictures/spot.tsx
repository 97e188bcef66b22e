import type { ComponentChildren } from 'preact'

const PICTURES = { empty: Empty, done: Done, thinking: Thinking, region: Region, talk: Talk } as const

export type SpotName = keyof typeof PICTURES

/** A small picture beside words that already say everything: hidden from screen readers. */
export function Spot({ name }: { name: SpotName }) {
  const Picture = PICTURES[name]
  return <Picture />
}

function Canvas({ children }: { children: ComponentChildren }) {
  return (
    <svg class="spot picture" viewBox="0 0 160 120" aria-hidden="true">
      {children}
    </svg>
  )
}

/** A basket waiting for the harvest, one leaf on its way. */
function Empty() {
  return (
    <Canvas>
      <path
        class="pic-soft"
        d="M16 78C16 40 46 16 82 18C120 20 146 48 144 80C143 100 120 108 80 108C40 108 16 102 16 78z"
      />
      <path class="pic-wall" d="M42 66h76l-9 32a8 8 0 0 1-8 6H59a8 8 0 0 1-8-6z" />
      <path
        class="pic-line"
        d="M42 66h76l-9 32a8 8 0 0 1-8 6H59a8 8 0 0 1-8-6zM46 79h68M50 92h60M62 67l5 36M80 67v36M98 67l-5 36"
      />
      <path class="pic-line" d="M52 65C54 38 106 38 108 65" />
      <path class="pic-leaf" d="M116 28c12-10 22-6 24-4c-2 12-12 18-24 14z" />
      <path class="pic-line" d="M110 40C118 36 126 32 134 28" />
    </Canvas>
  )
}

/** 花まる: the flower a teacher draws on good work. */
function Done() {
  return (
    <Canvas>
      <path
        class="pic-soft"
        d="M14 64C14 34 44 12 80 12C118 12 146 36 146 66C146 96 118 110 80 110C42 110 14 94 14 64z"
      />
      <path class="pic-brush" d="M80 62c0-5 7-5 7 1c0 8-15 9-16-1c-1-14 26-18 28 1c1 19-38 24-41-1" />
      <path
        class="pic-brush"
        d="M58 62c-14-2-14-22 4-21c-4-16 16-24 23-9c9-13 29-2 21 11c17 0 18 21 4 23c10 12-4 27-18 18c-3 15-25 15-27 1c-15 7-26-10-13-20"
      />
    </Canvas>
  )
}

/** Somebody turning a thought over. */
function Thinking() {
  return (
    <Canvas>
      <path
        class="pic-soft"
        d="M20 86C14 50 40 22 76 20C116 18 148 42 146 78C145 100 122 108 82 108C44 108 24 106 20 86z"
      />
      <path
        class="pic-wall"
        d="M84 44C80 26 100 12 118 18C138 14 150 32 142 46C144 60 126 68 114 62C100 68 84 58 84 44z"
      />
      <path class="pic-brush" d="M113 41c0-4 6-4 6 1c0 7-13 7-13-2c0-12 22-13 22 3" />
      <circle class="pic-wall" cx="86" cy="70" r="5" />
      <circle class="pic-wall" cx="77" cy="78" r="3" />
      <path class="pic-coat-region" d="M26 108V96a22 22 0 0 1 44 0v12z" />
      <circle class="pic-face" cx="48" cy="60" r="17" />
      <path class="pic-hair" d="M31 58a17 17 0 0 1 34 0c-10 1-16-3-19-8c-3 5-8 8-15 8z" />
      <path class="pic-line" d="M43 63h.1M54 63h.1M45 70c2 1.500 5 1.500 7 0" />
    </Canvas>
  )
}

/** Hills, a house, the sea. */
function Region() {
  return (
    <Canvas>
      <path
        class="pic-soft"
        d="M12 70C12 38 44 14 82 14C120 14 148 40 148 72C148 98 120 110 80 110C40 110 12 98 12 70z"
      />
      <circle class="pic-sun" cx="112" cy="40" r="13" />
      <path class="pic-hill-far" d="M20 84C42 34 62 34 78 60C92 44 112 46 140 84z" />
      <path class="pic-hill" d="M14 82C50 70 112 70 147 80C143 98 118 110 80 110C42 110 18 100 14 82z" />
      <path class="pic-wall" d="M62 66h40v24H62z" />
      <path class="pic-roof" d="M54 68L68 50h28l14 18z" />
      <path class="pic-noren" d="M72 74h20v8H72z" />
      <path class="pic-trunk" d="M40 94V80" />
      <circle class="pic-leaf" cx="40" cy="71" r="12" />
      <path class="pic-fruit" d="M36 67h.1M44 70h.1M39 76h.1" />
    </Canvas>
  )
}

/** Two who listen to each other over tea. */
function Talk() {
  return (
    <Canvas>
      <path
        class="pic-soft"
        d="M14 68C14 36 44 16 80 16C118 16 146 40 146 72C146 98 120 108 80 108C40 108 14 96 14 68z"
      />
      <path class="pic-coat-town" d="M20 106V94a19 19 0 0 1 38 0v12z" />
      <circle class="pic-face" cx="39" cy="62" r="15" />
      <path class="pic-hair" d="M24 62a15 15 0 0 1 30 0c-9 0-14-3-16-8c-3 5-7 8-14 8z" />
      <path class="pic-coat-region" d="M102 106V94a19 19 0 0 1 38 0v12z" />
      <circle class="pic-face" cx="121" cy="62" r="15" />
      <path class="pic-hair" d="M106 59a15 15 0 0 1 30 0z" />
      <path class="pic-line" d="M34 66h.1M44 66h.1M116 65h.1M126 65h.1" />
      <path
        class="pic-bubble"
        d="M48 22h30a9 9 0 0 1 9 9v4a9 9 0 0 1-9 9H60l-8 8v-8h-4a9 9 0 0 1-9-9v-4a9 9 0 0 1 9-9z"
      />
      <path class="pic-line" d="M52 33h.1M63 33h.1M74 33h.1" />
      <path class="pic-noren" d="M66 92h12v8a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4z" />
      <path class="pic-roof" d="M83 92h12v8a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4z" />
      <path class="pic-line" d="M62 106h38M70 87v-4M74 87v-4M87 87v-4M91 87v-4" />
    </Canvas>
  )
}
