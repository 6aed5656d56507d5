import classes from './facts.module.css'

/** A value by its name. */
export interface Fact {
  readonly name: string
  /** Nothing, or an empty text, is not shown. */
  readonly value: string | null | undefined
}

/** Names and values beside each other. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={classes.facts}>
    {facts.map(({ name, value }) =>
      isGiven(value) ? (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)

const isGiven = (value: Fact['value']): boolean =>
  value !== null && value !== undefined && value !== ''
