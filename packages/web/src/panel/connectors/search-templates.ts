import type { ElementTemplate } from '@tenon/templates'

/** The templates in which every word of a search occurs; those whose name starts with it first. */
export const searchTemplates = (
  templates: readonly ElementTemplate[],
  search: string,
): readonly ElementTemplate[] => {
  const wanted = search.trim().toLowerCase()
  const words = wanted.split(/\s+/u)
  const found = templates.filter((template) => {
    const text = textOf(template)
    return words.every((word) => text.includes(word))
  })
  const startsSo = ({ name }: ElementTemplate) => name.toLowerCase().startsWith(wanted)
  return [...found.filter(startsSo), ...found.filter((template) => !startsSo(template))]
}

const textOf = ({ name, description = '', category, keywords = [] }: ElementTemplate): string =>
  [name, description, category?.name ?? '', ...keywords].join(' ').toLowerCase()
