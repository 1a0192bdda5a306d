/** Puts the steps of an argument in the order in which a person would say them: first route, second route, then where the two meet. */
import type { Argument, ArgumentLink } from '../../domain/law/argument.ts'

export type Step = { node: string; link: ArgumentLink | null }

/** A step is told once for every link that leads to it, so that no link is lost; a start has none. */
export const routesOf = ({ nodes, links }: Pick<Argument, 'nodes' | 'links'>): { first: Step[]; second: Step[]; meet: Step[] } => {
  const routeOf = new Map(nodes.map((node) => [node.id, node.route]))
  const steps = (route: '1' | '2' | 'both'): Step[] =>
    nodes
      .filter((node) => node.route === route)
      .flatMap((node): Step[] => {
        const into = links.filter((link) => link.to === node.id)
        return into.length === 0 ? [{ node: node.id, link: null }] : into.map((link) => ({ node: node.id, link }))
      })
  // Where the routes meet, the link of either route stands with the step it leads to.
  const meet = steps('both')
  return {
    first: steps('1'),
    second: steps('2'),
    meet: meet.sort((a, b) => order(routeOf, a) - order(routeOf, b) || meet.indexOf(a) - meet.indexOf(b)),
  }
}

const order = (routeOf: ReadonlyMap<string, string>, step: Step): number =>
  step.link === null || routeOf.get(step.link.from) !== 'both' ? 0 : 1
