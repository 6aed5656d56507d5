import { builtinsNamed } from './builtins/builtins.ts'
import type { Builtin } from './builtins/builtin.ts'
import { FeelError } from './errors.ts'
import type { Code, Frame } from './frame.ts'
import type { HostFunction } from './host-functions.ts'
import type { LocalFunction, Scope } from './scope.ts'
import type { CallSyntax } from './syntax.ts'
import { invoke } from './translate-boxes.ts'
import type { Translator } from './translator.ts'
import { isList, type Value } from './value.ts'

/** Found by name: in the expression, then at the host, then among the built-in functions. */
export const translateCall = (node: CallSyntax, scope: Scope, translator: Translator): Code => {
  const own = scope.function(node.owner, node.name, (found) => takes(found, node))
  if (own !== undefined) return translateOwn(node, own, scope, translator)
  if (node.owner.length > 0) return notCallable(node)
  const host = translator.functions.get(node.name)
  const values = node.values.map((value) => translator.translate(value, scope))
  if (host !== undefined) return translateHost(node, host, values)
  return translateBuiltin(node, values)
}

/** One with other parameters does not hide a function of the same name. */
const takes = ({ parameters }: LocalFunction, { values, names }: CallSyntax): boolean =>
  names === undefined
    ? values.length === parameters.length
    : names.every((name) => parameters.includes(name))

// An unknown function is null in Camunda, and so is a known one with other parameters.
const nothing: Code = () => null

/** Fails, unlike a call of an unknown name: so it does in Camunda. */
const notCallable =
  (node: CallSyntax): Code =>
  (frame) => {
    frame.at = node
    const message = `"${node.owner.join('.')}" has no function "${node.name}". Only one that the expression itself defines can be called.`
    throw new FeelError('FEEL_EVALUATION', message)
  }

const translateOwn = (
  node: CallSyntax,
  own: LocalFunction,
  scope: Scope,
  translator: Translator,
): Code => {
  const values = node.values.map((value) => translator.translate(value, scope))
  translator.reach(own.height, node)
  const ordered = inOrder(node, values, own.parameters)
  if (ordered === undefined || ordered.length !== own.parameters.length) return nothing
  return (frame) => {
    const found = evaluateAll(ordered, frame)
    frame.at = node
    return invoke(own, found, frame)
  }
}

const translateHost = (node: CallSyntax, host: HostFunction, values: readonly Code[]): Code => {
  const ordered = inOrder(node, values, host.parameters)
  if (ordered === undefined || values.length < host.required) throw wrongArguments(node, host)
  return (frame) => {
    const found = evaluateAll(ordered, frame)
    frame.at = node
    try {
      return host.call(found)
    } catch (error) {
      throw error instanceof FeelError ? error : failed(node, error)
    }
  }
}

const translateBuiltin = (node: CallSyntax, values: readonly Code[]): Code => {
  for (const builtin of builtinsNamed(node.name)) {
    const ordered = fitting(node, values, builtin)
    if (ordered === undefined) continue
    return (frame) => {
      const found = valuesFor(builtin, node, evaluateAll(ordered, frame))
      frame.at = node
      for (const value of found ?? []) if (typeof value === 'string') frame.read(value)
      return found === null ? null : builtin.call(found, frame)
    }
  }
  return nothing
}

/** Any number of values have one name together: only a list of them can be passed by it. */
const valuesFor = (
  { variadic, parameters }: Builtin,
  { names }: CallSyntax,
  values: readonly Value[],
): readonly Value[] | null => {
  if (!variadic || names === undefined) return values
  const rest = values.at(-1) ?? null
  if (!isList(rest)) return null
  return parameters.length === 1 ? values : [...values.slice(0, -1), ...rest]
}

const fitting = (
  node: CallSyntax,
  values: readonly Code[],
  { parameters, variadic }: Builtin,
): readonly Code[] | undefined => {
  // Names may leave some out, which are null then.
  if (node.names !== undefined) return inOrder(node, values, parameters)
  const fits = variadic ? values.length >= parameters.length : values.length === parameters.length
  return fits ? values : undefined
}

/** Named values in the order of the parameters, null for those left out; undefined if none fits. */
const inOrder = (
  { names }: CallSyntax,
  values: readonly Code[],
  parameters: readonly string[],
): readonly Code[] | undefined => {
  if (names === undefined) return values.length > parameters.length ? undefined : values
  if (names.some((name) => !parameters.includes(name))) return undefined
  return parameters.map((parameter) => values[names.lastIndexOf(parameter)] ?? nothing)
}

const evaluateAll = (codes: readonly Code[], frame: Frame): readonly Value[] => {
  const values: Value[] = []
  for (const code of codes) values.push(code(frame))
  return values
}

const wrongArguments = ({ name, from }: CallSyntax, host: HostFunction): FeelError => {
  const { parameters, required } = host
  const message = `"${name}" takes ${parameters.join(', ')}, the first ${required} at least, at position ${from}. Pass these.`
  return new FeelError('FEEL_SYNTAX', message, from)
}

const failed = ({ name }: CallSyntax, error: unknown): FeelError => {
  const reason = error instanceof Error ? error.message : String(error)
  return new FeelError('FEEL_EVALUATION', `The function "${name}" failed: ${reason}`)
}
