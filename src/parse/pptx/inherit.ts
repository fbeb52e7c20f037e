// What a slide leaves to its layout and its master: the places of placeholders, bullets by level, fonts.
import { readThemeFonts, type ThemeFonts } from '../docx/fonts.ts'
import type { Box } from './reading-order.ts'
import { type Options, relationsOf } from './relations.ts'
import { type LevelStyle, readShapes, type Shape, type ShapeTree } from './shapes.ts'

export type Inherited = {
  /** The place of a shape, its own or that of the placeholder it fills. */
  boxOf(shape: Shape): Box | null
  /** What holds for a paragraph of a level in a shape, its own words excepted. */
  levelOf(shape: Shape, level: number): LevelStyle
  /** "+mn-lt" is the theme's font for text. */
  realFont(font: string | undefined): string | undefined
}

const titles = new Set(['title', 'ctrTitle'])
const bodies = new Set([
  'body',
  'subTitle',
  'obj',
  'tbl',
  'chart',
  'clipArt',
  'dgm',
  'media',
  'pic',
])

/** Prepares the reading of slides; layouts and masters are read once each. */
export function createInheritance(
  part: (path: string) => string,
  presentation: ShapeTree,
  options: Options,
): (slidePath: string) => Inherited {
  const trees = new Map<string, ShapeTree>()
  const treeOf = (path: string | undefined): ShapeTree | null => {
    if (path === undefined || part(path) === '') return null
    const tree = trees.get(path) ?? readShapes(part(path), options)
    trees.set(path, tree)
    return tree
  }
  const themes = new Map<string, ThemeFonts>()
  const themeOf = (path: string | undefined): ThemeFonts => {
    const known = themes.get(path ?? '')
    if (known) return known
    const theme = readThemeFonts(path === undefined ? '' : part(path), options)
    themes.set(path ?? '', theme)
    return theme
  }
  return (slidePath) => {
    const layoutPath = relationsOf(slidePath, part, options).byType('slideLayout')
    const masterPath =
      layoutPath === undefined
        ? undefined
        : relationsOf(layoutPath, part, options).byType('slideMaster')
    const layout = treeOf(layoutPath)
    const master = treeOf(masterPath)
    const theme = themeOf(
      masterPath === undefined ? undefined : relationsOf(masterPath, part, options).byType('theme'),
    )
    return inherit(layout, master, presentation, theme)
  }
}

function inherit(
  layout: ShapeTree | null,
  master: ShapeTree | null,
  presentation: ShapeTree,
  theme: ThemeFonts,
): Inherited {
  const chainOf = ({ placeholder }: Shape): Shape[] => {
    if (!placeholder) return []
    const { type, index } = placeholder
    const inLayout = find(layout, (other) =>
      index === undefined || kindOf(type) === 'title'
        ? kindOf(other.type) === kindOf(type)
        : other.index === index,
    )
    const inMaster = find(
      master,
      (other) => kindOf(other.type) === kindOf(inLayout?.placeholder?.type ?? type),
    )
    return [inLayout, inMaster].filter((shape) => shape !== null)
  }
  return {
    boxOf: (shape) => shape.box ?? chainOf(shape).find(({ box }) => box !== null)?.box ?? null,
    levelOf(shape, level) {
      const kind = shape.placeholder ? kindOf(shape.placeholder.type) : 'other'
      const lists = [
        shape.listStyle,
        ...chainOf(shape).map(({ listStyle }) => listStyle),
        master?.textStyles.get(`${kind}Style`) ?? master?.textStyles.get('otherStyle') ?? [],
        presentation.textStyles.get('defaultTextStyle') ?? [],
      ]
      const result: LevelStyle = {}
      for (const list of lists) {
        const style = list[level]
        if (!style) continue
        // The sign and its font go together.
        if (style.bullet && !result.bullet) {
          result.bullet = style.bullet
          if (style.bulletFont !== undefined) result.bulletFont ??= style.bulletFont
        }
        if (style.font !== undefined) result.font ??= style.font
      }
      return result
    },
    realFont(font) {
      if (font === undefined || !font.startsWith('+')) return font ?? theme.minor
      return font.startsWith('+mj') ? theme.major : theme.minor
    },
  }
}

function kindOf(type: string): string {
  if (titles.has(type)) return 'title'
  return bodies.has(type) ? 'body' : type
}

function find(
  tree: ShapeTree | null,
  matches: (placeholder: NonNullable<Shape['placeholder']>) => boolean,
): Shape | null {
  return (
    tree?.shapes.find(({ placeholder }) => placeholder !== null && matches(placeholder)) ?? null
  )
}
