import { randomUUIDv7 } from 'node:crypto'
import { sql, type Kysely, type Selectable } from 'kysely'
import { z } from 'zod'
import { RuntimeError } from '../errors.ts'
import { modelLimits } from './model-limits.ts'
import type { Tables } from './schema.ts'

/** A draft of a model, without its XML. Dates are RFC 3339 in UTC. */
export interface ModelSummary {
  /** UUIDv7. */
  readonly id: string
  readonly name: string
  /** From 1; one more with each change. */
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly deployed: Deployed | null
}

/** A draft of a model. Its XML may be anything: one saves while one draws. */
export interface Model extends ModelSummary {
  readonly xml: string
}

const deployedSchema = z.object({
  /** Of the draft: the last one with the XML that was deployed. */
  revision: z.number(),
  /** Of the process definition. */
  version: z.number(),
  processDefinitionKey: z.string(),
  processDefinitionId: z.string(),
  at: z.string(),
})

/** What a draft was when it was deployed last, and as what: its first process. */
export type Deployed = Readonly<z.output<typeof deployedSchema>>

/** What to change; what is absent stays. */
export interface ModelChanges {
  /** The one that was read: another one is refused. */
  readonly revision: number
  readonly name?: string | undefined
  readonly xml?: string | undefined
}

const summaryColumns = [
  ...(['id', 'name', 'revision', 'created_at', 'updated_at', 'deployed'] as const),
] as const

type SummaryRow = Pick<Selectable<Tables['models']>, (typeof summaryColumns)[number]>

/**
 * The drafts of models. Names and XML come checked. All but `list` and `create` throw
 * `MODEL_NOT_FOUND`; all throw `PRODUCT_STORAGE_FAILED`.
 */
export class Models {
  readonly #tables: Kysely<Tables>
  readonly #now: () => number

  constructor(tables: Kysely<Tables>, now: () => number) {
    this.#tables = tables
    this.#now = now
  }

  /** What changed last comes first. */
  async list(): Promise<readonly ModelSummary[]> {
    const rows = await this.#tables
      .selectFrom('models')
      .select(summaryColumns)
      .where('deleted_at', 'is', null)
      .orderBy('updated_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map(toSummary)
  }

  /** Throws `MODELS_TOO_MANY`. */
  async create({ name, xml }: { readonly name: string; readonly xml: string }): Promise<Model> {
    await this.#purge()
    const id = randomUUIDv7()
    const now = this.#now()
    // One statement counts and inserts, so that nobody comes in between.
    const { rows } = await sql<SummaryRow>`
      INSERT INTO models (id, name, created_at, updated_at, xml)
      SELECT ${id}, ${name}, ${now}, ${now}, ${xml}
      WHERE (SELECT count(*) FROM models) < ${modelLimits.modelsMax}
      RETURNING ${sql.join(summaryColumns.map((column) => sql.ref(column)))}`.execute(this.#tables)
    const [row] = rows
    if (row === undefined) throw tooMany()
    return { ...toSummary(row), xml }
  }

  /** Throws `MODEL_CHANGED` where a revision is given and the draft is at another one. */
  async get(id: string, revision?: number): Promise<Model> {
    const row = await this.#tables
      .selectFrom('models')
      .select([...summaryColumns, 'xml'])
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) throw notFound(id)
    if (revision !== undefined && row.revision !== revision) throw changed(row, revision)
    return { ...toSummary(row), xml: row.xml }
  }

  /** Throws `MODEL_CHANGED` where the draft is at another revision. */
  async change(id: string, changes: ModelChanges): Promise<ModelSummary> {
    const { revision, name, xml } = changes
    const deployed = deployedAfter(changes, await this.get(id, revision))
    const row = await this.#tables
      .updateTable('models')
      .set({
        revision: revision + 1,
        updated_at: this.#now(),
        ...(name !== undefined && { name }),
        ...(xml !== undefined && { xml }),
        ...(deployed !== undefined && { deployed: JSON.stringify(deployed) }),
      })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .where('deleted_at', 'is', null)
      .returning(summaryColumns)
      .executeTakeFirst()
    if (row !== undefined) return toSummary(row)
    throw changed(await this.get(id), revision)
  }

  /** Takes a draft from the list; for 30 days it can be restored. */
  async delete(id: string): Promise<void> {
    const row = await this.#tables
      .updateTable('models')
      .set({ deleted_at: this.#now() })
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) throw notFound(id)
    await this.#purge()
  }

  /** Takes a deletion back; a draft that is not deleted stays as it is. */
  async restore(id: string): Promise<ModelSummary> {
    await this.#purge()
    return this.#update(id, { deleted_at: null })
  }

  async recordDeployment(id: string, deployed: Deployed): Promise<ModelSummary> {
    return this.#update(id, { deployed: JSON.stringify(deployed) })
  }

  async #update(
    id: string,
    values: { readonly deleted_at: null } | { readonly deployed: string },
  ): Promise<ModelSummary> {
    const row = await this.#tables
      .updateTable('models')
      .set(values)
      .where('id', '=', id)
      .returning(summaryColumns)
      .executeTakeFirst()
    if (row === undefined) throw notFound(id)
    return toSummary(row)
  }

  async #purge(): Promise<void> {
    await this.#tables
      .deleteFrom('models')
      .where('deleted_at', '<', this.#now() - modelLimits.restorableMs)
      .execute()
  }
}

/** The deployment is that of the new revision too, where nothing that is deployed has changed. */
const deployedAfter = (
  { xml }: ModelChanges,
  { deployed, revision, xml: before }: Model,
): Deployed | undefined =>
  deployed?.revision === revision && (xml === undefined || xml === before)
    ? { ...deployed, revision: revision + 1 }
    : undefined

const toSummary = (row: SummaryRow): ModelSummary => ({
  id: row.id,
  name: row.name,
  revision: row.revision,
  createdAt: new Date(row.created_at).toISOString(),
  updatedAt: new Date(row.updated_at).toISOString(),
  deployed: row.deployed === null ? null : deployedSchema.parse(JSON.parse(row.deployed)),
})

const notFound = (id: string): RuntimeError =>
  new RuntimeError(
    'MODEL_NOT_FOUND',
    `There is no model ${id}: it was deleted, or the address is wrong. Go to the list of models.`,
  )

const changed = (
  { name, revision }: { readonly name: string; readonly revision: number },
  given: number,
): RuntimeError =>
  new RuntimeError(
    'MODEL_CHANGED',
    `Model "${name}" is at revision ${revision}, not ${given}: it was changed elsewhere. ` +
      'Load it again, or keep yours as a new model.',
  )

const tooMany = (): RuntimeError =>
  new RuntimeError(
    'MODELS_TOO_MANY',
    `There are ${modelLimits.modelsMax} models, with those deleted within 30 days. ` +
      'Delete what is not needed, and wait until it is gone.',
  )
