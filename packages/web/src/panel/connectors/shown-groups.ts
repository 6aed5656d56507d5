import type { Form, FormGroup } from '@tenon/templates'

/** The groups with what this panel can edit: shared configurations are none of it yet. */
export const shownGroups = ({ groups }: Form): readonly FormGroup[] =>
  groups
    .map((group) => ({
      ...group,
      fields: group.fields.filter(({ property }) => property.type !== 'Configuration'),
    }))
    .filter(({ fields }) => fields.length > 0)
