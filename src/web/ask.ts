/** Asking and acting from a screen: a reading is kept while it is refreshed; an act returns its answer, or null with the refusal beside it. */
import { keepPreviousData, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { DeskApi, DeskState } from '../domain/documents/desk-api.ts'
import type { Exhibit } from '../domain/testimony/fact.ts'
import { type Address, call, type Ids, type Refused, refusedFrom } from './call.ts'

export const useAsk = <A extends Address>(address: A, ids: Ids<A>, body: DeskApi[A]['in']): UseQueryResult<DeskApi[A]['out'], Refused> =>
  useQuery<DeskApi[A]['out'], Refused, DeskApi[A]['out'], readonly unknown[]>({
    queryKey: [address, ids, body],
    queryFn: () => call(address, ids, body),
    placeholderData: keepPreviousData as never,
  })

/** The desk's state, which several acts answer with: what they say stands at once. */
export const stateKey = ['GET /api/state', {}, null] as const
export const useSayState = () => {
  const client = useQueryClient()
  return (state: DeskState | null): void => void (state && client.setQueryData(stateKey, state))
}

export type Act<A extends Address> = {
  act: (ids: Ids<A>, body: DeskApi[A]['in']) => Promise<DeskApi[A]['out'] | null>
  busy: boolean
  refused: Refused | null
  clear: () => void
}

/** After every act that was done, whatever is on the screen is read again. patient = may be tried again while nobody answers: only for acts that change nothing twice. */
export const useAct = <A extends Address>(address: A, patient = false): Act<A> => {
  const client = useQueryClient()
  const mutation = useMutation<DeskApi[A]['out'], Refused, { ids: Ids<A>; body: DeskApi[A]['in'] }>({
    mutationFn: ({ ids, body }) => call(address, ids, body),
    retry: (times, error) => patient && times < 12 && error.status === 0,
    retryDelay: 1_000,
    onSuccess: () => void client.invalidateQueries(),
  })
  const { mutateAsync } = mutation
  const act = useCallback((ids: Ids<A>, body: DeskApi[A]['in']) => mutateAsync({ ids, body }).catch(() => null), [mutateAsync])
  return { act, busy: mutation.isPending, refused: mutation.error, clear: mutation.reset }
}

const header = (text: string): string => encodeURIComponent(text)

/** A file goes up as raw bytes, never as a form: memory stays flat on both sides. Progress in bytes; stop() ends it and keeps nothing. */
export const useUpload = (caseId: string) => {
  const client = useQueryClient()
  const request = useRef<XMLHttpRequest | null>(null)
  const [sent, setSent] = useState<{ bytes: number; of: number } | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const send = (file: File, title: string, receivedFrom: string, receivedOn: string): Promise<Exhibit | null> =>
    new Promise((resolve) => {
      const xhr = new XMLHttpRequest()
      request.current = xhr
      xhr.open('PUT', `/api/cases/${encodeURIComponent(caseId)}/exhibits`)
      xhr.setRequestHeader('x-article33', '1')
      xhr.setRequestHeader('content-type', 'application/octet-stream')
      xhr.setRequestHeader('x-title', header(title))
      xhr.setRequestHeader('x-received-from', header(receivedFrom))
      xhr.setRequestHeader('x-received-on', header(receivedOn))
      xhr.upload.onprogress = (event) => setSent({ bytes: event.loaded, of: event.total })
      xhr.onloadend = async () => {
        setSent(null)
        const done = xhr.status >= 200 && xhr.status < 300
        if (done) void client.invalidateQueries()
        else if (xhr.status !== 0) setRefused(await refusedFrom({ status: xhr.status, json: async () => JSON.parse(xhr.responseText) }))
        resolve(done ? (JSON.parse(xhr.responseText) as Exhibit) : null)
      }
      setRefused(null)
      setSent({ bytes: 0, of: file.size })
      xhr.send(file)
    })
  return { send, sent, refused, stop: () => request.current?.abort() }
}
