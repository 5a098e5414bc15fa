/** A print of hills at dusk with a persimmon sun, in the tokens' colours so that it belongs to both themes. */
export function SignScene() {
  return (
    <svg className="sign__scene" viewBox="0 0 400 500" aria-hidden="true" focusable="false">
      <rect width="400" height="500" className="scene__sky" />
      <circle cx="268" cy="196" r="54" className="scene__sun" />
      <path d="M0 262c54-34 92-30 138-6 40 20 74 4 118-18 52-26 98-16 144 10v252H0z" className="scene__far" />
      <path d="M0 322c60-18 104-40 164-16 62 24 98 34 146 8 34-18 62-16 90-8v194H0z" className="scene__middle" />
      <path d="M0 404c70-30 130-26 196-6 70 20 132 22 204-10v112H0z" className="scene__near" />
      <path
        d="M92 398c-2-40 4-72 2-112M94 330c-12-8-20-20-24-32M95 312c10-8 16-18 20-30M93 352c12-6 24-16 30-26"
        className="scene__tree"
      />
      <g className="scene__fruit">
        <circle cx="69" cy="301" r="5" />
        <circle cx="116" cy="286" r="5" />
        <circle cx="124" cy="331" r="5" />
        <circle cx="96" cy="290" r="4" />
      </g>
    </svg>
  );
}
