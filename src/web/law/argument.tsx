/** An argument drawn: steps that stand, are only told or are missing, joined by links with their sources; weak links named, the second route beside the first. Behind the drawing the same as a list to be read aloud. */
import './argument.css'
import { Fragment } from 'react'
import type { Argument, ArgumentLink, ArgumentNode } from '../../domain/law/argument.ts'
import type { CaseRecord } from '../../domain/law/case-record.ts'
import { useWords } from '../words/words.tsx'
import { routesOf } from './argument-routes.ts'
import { Citations } from './citations.tsx'
import { FactLinks } from './fact-links.tsx'

type Props = {
  caseId: string
  record: CaseRecord
  arguments: readonly Argument[]
  person: string
  titles: Readonly<Record<string, string>> | undefined
  /** How a source is named in passing: what a voice can say. */
  short: Readonly<Record<string, string>> | undefined
  kindName: (kind: string) => string
}

/** Default export, so that the page fetches it only when the assessment is looked at. */
export default function Arguments({ caseId, record, arguments: all, person, titles, short, kindName }: Props) {
  const { w } = useWords()
  const own = all.filter((one) => one.person === person)
  if (own.length === 0) return <p className="body second">{w.law.noArgument}</p>
  return own.map((argument) => (
    <Drawn key={argument.id} argument={argument} caseId={caseId} record={record} titles={titles} short={short} kindName={kindName} />
  ))
}

type DrawnProps = Omit<Props, 'arguments' | 'person'> & { argument: Argument }

const Drawn = ({ argument, caseId, record, titles, short, kindName }: DrawnProps) => {
  const { w, say } = useWords()
  const l = w.law
  const nodeOf = (id: string): ArgumentNode => argument.nodes.find((one) => one.id === id)!
  const facts = (ids: readonly string[], against = false) => (
    <FactLinks ids={ids} facts={record.facts} caseId={caseId} kindName={kindName} against={against} />
  )
  const { first, second, meet } = routesOf(argument)
  const step = (node: ArgumentNode, link: ArgumentLink | null) => (
    <li key={`${link?.from ?? ''}${node.id}`}>
      {link && (
        <div className="arg-link" data-weak={link.weak.length > 0 || undefined}>
          <Arrow weak={link.weak.length > 0} />
          <div>
            <span>{say(link.words)}</span>
            {link.weak.length > 0 && (
              <span className="arg-weak">
                {l.weakLink}: {link.weak.map((one) => l.weakReason[one]).join('; ')}
              </span>
            )}
            <Citations of={link.citations} titles={titles} />
            {link.against.length > 0 && (
              <span className="under">
                {l.factsAgainst}: {facts(link.against, true)}
              </span>
            )}
            {link.counter && (
              <span className="under">
                {l.counter}: {say(link.counter)}
              </span>
            )}
          </div>
        </div>
      )}
      <div className={`arg-node is-${node.stands}`}>
        <strong>{say(node.words)}</strong>
        <span className="under">{l.stands[node.stands]}</span>
        {node.facts.length > 0 && <span className="under">{facts(node.facts)}</span>}
      </div>
    </li>
  )
  const labels = (ids: readonly string[]): string =>
    ids
      .flatMap((id) => record.facts.filter((fact) => fact.id === id).map((fact) => `${fact.label} ${kindName(fact.kind)}`))
      .join(l.aloud.between)
  /** One step as a person would say it: how one comes to it, what it is, on what it stands, what is weak, what is said against it. */
  const aloud = (node: ArgumentNode, link: ArgumentLink | null): string =>
    [
      l.aloud.step(link && say(link.words), say(node.words), l.aloud.stands[node.stands]),
      node.facts.length > 0 && l.aloud.facts(labels(node.facts)),
      link && link.weak.length > 0 && l.aloud.weak(link.weak.map((one) => l.weakReason[one]).join(l.aloud.between)),
      link &&
        link.citations.length > 0 &&
        l.aloud.sources(
          link.citations
            .map(
              (one) =>
                `${short?.[one.source] ?? titles?.[one.source] ?? one.source}${one.at ? `, ${one.at}` : ''} (${w.terms.certainty[one.certainty]})`,
            )
            .join(l.aloud.between),
        ),
      link && link.against.length > 0 && l.aloud.factsAgainst(labels(link.against)),
      link?.counter && l.aloud.against(say(link.counter)),
    ]
      .filter(Boolean)
      .join(l.aloud.gap)
  const parts = (
    [
      [l.routeFirst, first],
      [l.routeSecond, second],
      [l.routesMeet, meet],
    ] as const
  ).filter(([, chain]) => chain.length > 0)
  const column = (title: string, chain: readonly { node: string; link: ArgumentLink | null }[]) => (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ol className="arg-chain">{chain.map(({ node, link }) => step(nodeOf(node), link))}</ol>
    </section>
  )
  return (
    <article className="arg">
      <h3>{say(argument.title)}</h3>
      <p className="arg-caution">{say(argument.caution)}</p>
      <div className="arg-drawing">
        <div className="arg-routes">
          {column(l.routeFirst, first)}
          {second.length > 0 && column(l.routeSecond, second)}
        </div>
        {meet.length > 0 && column(l.routesMeet, meet)}
      </div>
      <details>
        <summary>{l.readAloudInOrder}</summary>
        <p className="prose">{l.aloud.weakSteps(argument.links.filter((link) => link.weak.length > 0).length)}</p>
        {parts.map(([title, chain]) => (
          <Fragment key={title}>
            <h4>{title}</h4>
            <ol className="prose">
              {chain.map(({ node, link }) => (
                <li key={`${link?.from ?? ''}${node}`}>{aloud(nodeOf(node), link)}</li>
              ))}
            </ol>
          </Fragment>
        ))}
      </details>
    </article>
  )
}

/** Broken where the step is weak; told in words beside it, so nobody needs to see it. */
const Arrow = ({ weak }: { weak: boolean }) => (
  <svg viewBox="0 0 12 34" width="12" height="34" aria-hidden="true" focusable="false">
    <path d="M6 0 V26" strokeDasharray={weak ? '3 4' : undefined} />
    <path d="M2 24 L6 32 L10 24" fill="none" />
  </svg>
)
