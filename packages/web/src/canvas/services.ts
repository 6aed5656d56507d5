import type { ModdleElement } from '@tenon/templates'
import type Modeler from 'bpmn-js/lib/Modeler'
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { SubProcessCreation } from './sub-process-creation.ts'
import type { TemplateCatalog } from './template-catalog.ts'
import type { TemplateCommands } from './template-commands.ts'
import type { TemplateCreation } from './template-creation.ts'

/**
 * What we use of bpmn-js and diagram-js. Their own types are generated from comments and say `any`
 * where it matters.
 */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

/** A shape, a connection or a label on the canvas. */
export interface DiagramElement extends Bounds {
  readonly id: string
  /** Such as `bpmn:ServiceTask`; `label` for a label that stands beside its element. */
  readonly type: string
  readonly businessObject: ModdleElement
  readonly parent?: DiagramElement | null
  /** Of a connection, as is the way of its line. */
  readonly source?: DiagramElement
  readonly target?: DiagramElement
  readonly waypoints?: readonly Point[]
  /** The labels beside it. */
  readonly labels?: readonly DiagramElement[]
  /** Of a label, what it belongs to. */
  readonly labelTarget?: DiagramElement | null
}

/** What an element is created as, or replaced by. */
export interface ElementTarget {
  readonly type: string
  readonly eventDefinitionType?: string | undefined
  readonly isExpanded?: boolean | undefined
  readonly triggeredByEvent?: boolean | undefined
  readonly cancelActivity?: boolean | undefined
  readonly isInterrupting?: boolean | undefined
}

/** From the sides of an element's box, in the units of the diagram. */
export type OverlayPosition = Readonly<Partial<Record<'top' | 'left' | 'bottom' | 'right', number>>>

/** The pad beside an element, or beside several. */
export interface OpenPad {
  readonly target: DiagramElement | readonly DiagramElement[]
  readonly html: HTMLElement
}

/** What is told, by name. */
export interface CanvasEvents {
  readonly 'canvas.viewbox.changed': unknown
  readonly 'commandStack.changed': unknown
  readonly 'contextPad.close': { readonly current: OpenPad }
  readonly 'contextPad.open': { readonly current: OpenPad }
  readonly 'commandStack.shape.create.postExecuted': {
    readonly context: { readonly shape: DiagramElement }
  }
  readonly 'commandStack.shape.replace.postExecuted': {
    readonly context: { readonly newShape: DiagramElement }
  }
  readonly 'element.click': { readonly element: DiagramElement }
  readonly 'import.done': unknown
  readonly 'root.set': unknown
  readonly 'elements.changed': { readonly elements: readonly DiagramElement[] }
  readonly 'selection.changed': {
    readonly oldSelection: readonly DiagramElement[]
    readonly newSelection: readonly DiagramElement[]
  }
}

export interface EventBus {
  on<Name extends keyof CanvasEvents>(
    event: Name | readonly Name[],
    listener: (event: CanvasEvents[Name]) => void,
  ): void
  off<Name extends keyof CanvasEvents>(
    event: Name | readonly Name[],
    listener: (event: CanvasEvents[Name]) => void,
  ): void
  fire<Name extends keyof CanvasEvents>(event: Name, data: CanvasEvents[Name]): void
}

export interface CommandHandler<Context> {
  /** Runs other commands, which become part of this one. */
  readonly preExecute?: (context: Context) => void
  /** The elements to draw again. */
  readonly execute?: (context: Context) => readonly DiagramElement[]
  readonly revert?: (context: Context) => readonly DiagramElement[]
}

export interface CommandStack {
  register<Context>(command: string, handler: CommandHandler<Context>): void
  execute(command: string, context: unknown): void
  undo(): void
  redo(): void
  canUndo(): boolean
  canRedo(): boolean
}

export interface Canvas {
  getContainer(): HTMLElement
  getRootElement(): DiagramElement
  getGraphics(element: DiagramElement): SVGElement
  viewbox(): Bounds & { readonly scale: number; readonly inner: Bounds }
  viewbox(box: Bounds): void
  zoom(): number
  zoom(scale: number, center?: Point | 'auto'): number
  scrollToElement(element: DiagramElement, padding?: number): void
  addMarker(element: DiagramElement | string, marker: string): void
  removeMarker(element: DiagramElement | string, marker: string): void
  focus(): void
  /** To be told when its place has another size. */
  resized(): void
}

export interface ElementRegistry {
  get(id: string): DiagramElement | undefined
  getAll(): readonly DiagramElement[]
}

export interface Selection {
  get(): readonly DiagramElement[]
  select(elements: DiagramElement | readonly DiagramElement[] | null): void
}

export interface Overlays {
  add(
    element: DiagramElement | string,
    type: string,
    overlay: {
      readonly position: OverlayPosition
      readonly html: HTMLElement
      /** How far it grows and shrinks with the diagram; `false` keeps its size. */
      readonly scale?: false | { readonly min: number; readonly max: number }
    },
  ): string
  remove(filter: { readonly type: string } | string): void
}

export interface Modeling {
  updateProperties(element: DiagramElement, properties: Readonly<Record<string, unknown>>): void
  createShape(
    shape: DiagramElement,
    position: Point,
    parent: DiagramElement,
    hints?: { readonly attach?: boolean },
  ): DiagramElement
}

export interface BpmnReplace {
  replaceElement(element: DiagramElement, target: ElementTarget): DiagramElement
}

export interface ElementFactory {
  createShape(target: ElementTarget): DiagramElement
}

export interface AutoPlace {
  append(source: DiagramElement, shape: DiagramElement): DiagramElement
}

export interface Create {
  start(event: Event, shape: DiagramElement, context?: { readonly source: DiagramElement }): void
}

/** The field in which a name is written on the canvas. */
export interface DirectEditing {
  isActive(): boolean
  complete(): void
}

export interface HandTool {
  activateHand(event: Event): void
}

/** Acts on an area that is drawn next. */
export interface AreaTool {
  activateSelection(event: Event): void
}

export interface GlobalConnect {
  start(event: Event): void
}

export type MenuAction = (event: Event) => void

export interface MenuEntry {
  readonly label: string
  readonly description?: string | undefined
  readonly className?: string
  readonly imageUrl?: string
  readonly group: { readonly id: string; readonly name: string }
  readonly search?: string
  readonly action: MenuAction | { readonly click: MenuAction; readonly dragstart: MenuAction }
}

export type MenuEntries = Readonly<Record<string, MenuEntry>>

export interface MenuProvider {
  /** Its own entries, or what becomes of those of the providers before it. */
  getPopupMenuEntries(
    element: DiagramElement,
  ): MenuEntries | ((entries: MenuEntries) => MenuEntries)
  /** The same for the row on top. */
  getPopupMenuHeaderEntries?(element: DiagramElement): (entries: MenuEntries) => MenuEntries
}

export interface PopupMenu {
  registerProvider(menu: string, provider: MenuProvider): void
  registerProvider(menu: string, priority: number, provider: MenuProvider): void
  open(
    element: DiagramElement,
    menu: string,
    position: Point & { readonly cursor?: Point },
    options: { readonly title: string; readonly width: string; readonly search: boolean },
  ): void
  isEmpty(element: DiagramElement, menu: string): boolean
}

/** An entry of the palette or of what opens beside an element. */
export interface PadEntry {
  readonly group: string
  readonly className?: string
  readonly title?: string
  readonly shortcut?: string
  readonly separator?: boolean
  readonly action?: Readonly<Record<string, (event: Event, element: DiagramElement) => void>>
}

export type PadEntries = Readonly<Record<string, PadEntry>>

export interface ContextPad {
  registerProvider(
    priority: number,
    provider: {
      getContextPadEntries(element: DiagramElement): (entries: PadEntries) => PadEntries
    },
  ): void
  triggerEntry(name: string, action: 'click', event: Event): void
}

export interface Palette {
  registerProvider(provider: { getPaletteEntries(): PadEntries }): void
}

export interface Keyboard {
  addListener(listener: (event: { readonly keyEvent: KeyboardEvent }) => true | undefined): void
  isKey(keys: readonly string[], event: KeyboardEvent): boolean
  hasModifier(event: KeyboardEvent): boolean
}

export interface EditorActions {
  trigger(action: string, options?: unknown): void
  isRegistered(action: string): boolean
}

/** bpmn.io's panel of all BPMN properties, for one modeler. */
export interface PropertiesPanel {
  attachTo(place: HTMLElement, headPlace: HTMLElement): void
  detach(): void
}

/** Adds parts to a modeler that runs already. */
export interface ParentInjector {
  createChild(modules: readonly Readonly<Record<string, unknown>>[]): {
    init(): void
    get(name: 'propertiesPanel'): PropertiesPanel
  }
}

/** What a modeler or viewer offers by name. */
export interface CanvasServices {
  readonly eventBus: EventBus
  readonly canvas: Canvas
  readonly elementRegistry: ElementRegistry
  readonly overlays: Overlays
}

export interface ModelerServices extends CanvasServices {
  readonly autoPlace: AutoPlace
  readonly bpmnReplace: BpmnReplace
  readonly commandStack: CommandStack
  readonly contextPad: ContextPad
  readonly create: Create
  readonly directEditing: DirectEditing
  readonly editorActions: EditorActions
  readonly elementFactory: ElementFactory
  readonly globalConnect: GlobalConnect
  readonly injector: ParentInjector
  readonly handTool: HandTool
  readonly keyboard: Keyboard
  readonly lassoTool: AreaTool
  readonly modeling: Modeling
  readonly palette: Palette
  readonly popupMenu: PopupMenu
  readonly selection: Selection
  readonly spaceTool: AreaTool
  readonly subProcessCreation: SubProcessCreation
  readonly templateCatalog: TemplateCatalog
  readonly templateCommands: TemplateCommands
  readonly templateCreation: TemplateCreation
}

/** Where a part of the modeler finds the others. */
export interface Injector {
  get<Name extends keyof ModelerServices>(name: Name): ModelerServices[Name]
}

export type TenonViewer = NavigatedViewer<CanvasServices>
export type TenonModeler = Modeler<ModelerServices>
