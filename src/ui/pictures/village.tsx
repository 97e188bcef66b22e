/** Inside the loop: a workshop under hills, a town far behind, two people who meet. */
export function Village() {
  return (
    <g class="picture">
      <circle class="pic-soft" cx="180" cy="186" r="104" />
      <circle class="pic-sun" cx="222" cy="136" r="17" />
      <path class="pic-town" d="M101 214V158h17v-18h20v26h13v-36h19v84z" />
      <path
        class="pic-window"
        d="M107 168h5M107 178h5M124 150h8M124 160h8M124 170h8M157 142h6M157 152h6M157 162h6M157 172h6"
      />
      <path
        class="pic-hill-far"
        d="M150 216C176 158 204 158 222 182C240 160 262 168 281 212C270 216 200 218 150 216z"
      />
      <path
        class="pic-hill"
        d="M80 214C128 200 236 200 281 212C273 238 256 262 232 276C206 291 160 293 128 276C104 262 87 240 80 214z"
      />
      <path class="pic-wall" d="M206 190h46v30h-46z" />
      <path class="pic-roof" d="M198 192L212 172h34l14 20z" />
      <path class="pic-noren" d="M216 199h26v9h-26z" />
      <path class="pic-paper-line" d="M224.500 199v9M233.500 199v9" />
      <path class="pic-trunk" d="M130 238v-24" />
      <circle class="pic-leaf" cx="130" cy="203" r="17" />
      <path class="pic-fruit" d="M123 197h.1M135 194h.1M138 207h.1M127 210h.1" />
      <Person x={160} y={212} side="town" />
      <Person x={200} y={212} side="region" />
      <path class="pic-hands" d="M171 243L189 243" />
    </g>
  )
}

function Person({ x, y, side }: { x: number; y: number; side: 'town' | 'region' }) {
  return (
    <g>
      <path
        class={side === 'town' ? 'pic-coat-town' : 'pic-coat-region'}
        d={`M${x - 13} ${y + 54}V${y + 28}a13 13 0 0 1 26 0V${y + 54}z`}
      />
      <circle class="pic-face" cx={x} cy={y + 6} r="10" />
      <path
        class="pic-hair"
        d={
          side === 'town'
            ? `M${x - 10} ${y + 6}a10 10 0 0 1 20 0c-6 0-9-2-11-5c-2 3-5 5-9 5z`
            : `M${x - 10} ${y + 4}a10 10 0 0 1 20 0z`
        }
      />
    </g>
  )
}
