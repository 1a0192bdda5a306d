/** What the desk holds of lists in this session: asked again while work goes on; every act answers with it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ListSlot, ListsState } from '../../domain/documents/lists-api.ts'
import { call, Refused, refusedFrom } from '../call.ts'

const key = ['GET /api/lists', {}, null] as const

export const useLists = () =>
  useQuery<ListsState, Refused>({
    queryKey: key,
    queryFn: () => call('GET /api/lists', {}, null),
    refetchInterval: (query) => (query.state.data?.working ? 600 : false),
  })

/** One act after another: the answer stands at once, a refusal stays beside it. */
export const useListAct = () => {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const run = useCallback(
    async (act: () => Promise<ListsState>): Promise<ListsState | null> => {
      setBusy(true)
      setRefused(null)
      try {
        const state = await act()
        client.setQueryData(key, state)
        return state
      } catch (error) {
        setRefused(error instanceof Refused ? error : null)
        return null
      } finally {
        setBusy(false)
      }
    },
    [client],
  )
  return { run, busy, refused }
}

/** The file goes up as raw bytes. */
export const sendList = async (slot: ListSlot, file: File): Promise<ListsState> => {
  const response = await fetch(`/api/lists/files/${slot}`, {
    method: 'PUT',
    headers: { 'x-article33': '1', 'content-type': 'application/octet-stream', 'x-title': encodeURIComponent(file.name) },
    body: file,
    cache: 'no-store',
  }).catch(() => {
    throw new Refused(0, { code: 'internal', what: '', todo: '', place: null, values: { network: 'none' } })
  })
  if (!response.ok) throw await refusedFrom(response)
  return (await response.json()) as ListsState
}
