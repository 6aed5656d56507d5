declare module '@bpmn-io/element-template-icon-renderer' {
  const module: Readonly<Record<string, unknown>>
  export default module
}

declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const module: Readonly<Record<string, unknown>>
  export default module
}

declare module 'bpmn-js-properties-panel' {
  type Module = Readonly<Record<string, unknown>>
  export const BpmnPropertiesPanelModule: Module
  export const BpmnPropertiesProviderModule: Module
  export const ZeebePropertiesProviderModule: Module
}
