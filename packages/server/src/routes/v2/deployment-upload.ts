import type { MultipartFile } from '@fastify/multipart'
import { OrchestrationError, type Resource } from '@tenon/orchestration'
import type { FastifyRequest } from 'fastify'
import { ServerError } from '../../errors.ts'
import { tenantId } from '../../fields.ts'
import { limits } from '../../limits.ts'

/** The resources of a multipart request. Throws `REQUEST_INVALID` or `BODY_TOO_LARGE`. */
export const readDeployment = async (request: FastifyRequest): Promise<readonly Resource[]> => {
  if (!request.isMultipart()) {
    throw new ServerError('REQUEST_INVALID', 'The request has no body. Send multipart/form-data.')
  }
  const resources: Resource[] = []
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') requireField(part.fieldname, part.value)
      else resources.push(await readResource(part, bytesOf(resources)))
    }
  } catch (error) {
    throw uploadError(error)
  }
  if (resources.length > 0) return resources
  throw new OrchestrationError('INVALID_ARGUMENT', 'No resources provided.')
}

const bytesOf = (resources: readonly Resource[]): number =>
  resources.reduce((sum, { content }) => sum + content.byteLength, 0)

const readResource = async (part: MultipartFile, bytesBefore: number): Promise<Resource> => {
  if (part.fieldname !== 'resources') throw unknownPart(part.fieldname)
  if (!part.filename) {
    throw new ServerError('REQUEST_INVALID', 'A part "resources" has no filename. Give it one.')
  }
  const content = await readContent(part)
  if (bytesBefore + content.byteLength <= limits.deploymentBytesMax) {
    return { name: part.filename, content }
  }
  throw new ServerError(
    'BODY_TOO_LARGE',
    `The resources are larger than ${limits.deploymentBytesMax} bytes together. Deploy in parts.`,
  )
}

const readContent = async (part: MultipartFile): Promise<Uint8Array> => {
  try {
    return await part.toBuffer()
  } catch (error) {
    if (!part.file.truncated) throw error
    throw new ServerError(
      'BODY_TOO_LARGE',
      `The resource "${part.filename}" is larger than ${limits.resourceBytesMax} bytes.`,
      { cause: error },
    )
  }
}

const requireField = (name: string, value: unknown): void => {
  if (name === 'resources') {
    throw new ServerError('REQUEST_INVALID', 'A part "resources" has no filename. Give it one.')
  }
  if (name !== 'tenantId') throw unknownPart(name)
  const tenant = tenantId.safeParse(value)
  if (tenant.success) return
  throw new OrchestrationError(
    'INVALID_ARGUMENT',
    `Request property [tenantId]: ${tenant.error.issues[0]?.message}`,
  )
}

const unknownPart = (name: string): ServerError =>
  new ServerError('REQUEST_INVALID', `There is no part "${name}". Send resources and tenantId.`)

/** What the reader of multipart finds wrong has no code of ours, and often no status either. */
const uploadError = (error: unknown): unknown => {
  if (error instanceof ServerError || error instanceof OrchestrationError) return error
  if (!(error instanceof Error)) return error
  if ('statusCode' in error && error.statusCode === 413) {
    return new ServerError(
      'BODY_TOO_LARGE',
      `A deployment may have ${limits.resourcesMax} resources and one tenantId.`,
      { cause: error },
    )
  }
  return new ServerError('REQUEST_INVALID', `The multipart body is broken: ${error.message}.`, {
    cause: error,
  })
}
