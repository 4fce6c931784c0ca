import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { client, type Output } from '../../client/client.ts'

export type Room = Output<'location.list'>['rooms'][number]
export type Plan = Output<'location.plan'>
export type ShownPlace = Output<'location.show'>
export type Found = Output<'place.show'>['found']

/** All rooms with how full they are. */
export const roomsQuery = queryOptions({
  queryKey: ['location.list'],
  queryFn: () => client.ask('location.list', {}).then(({ rooms }) => rooms),
})

/** Rows, bays and shelves of a room. */
export const planQuery = (locationId: string) =>
  queryOptions({
    queryKey: ['location.plan', locationId],
    queryFn: () => client.ask('location.plan', { locationId }),
  })

/** What stands in a shelf or a slot. */
export const shownPlaceQuery = (locationId: string) =>
  queryOptions({
    queryKey: ['location.show', locationId],
    queryFn: () => client.ask('location.show', { locationId }),
  })

/** Where one thing stands. */
export const placeOfQuery = (thingId: string) =>
  queryOptions({
    queryKey: ['place.show', thingId],
    queryFn: () => client.ask('place.show', { thingId }).then(({ found }) => found),
  })

export type Reading = Output<'climate.list'>['readings'][number]
export type Stocktake = Output<'stocktake.list'>['stocktakes'][number]
export type ShownStocktake = Output<'stocktake.show'>
export type StocktakeEntry = ShownStocktake['entries'][number]

/** The head and the tally of a stock-take. */
export const stocktakeQuery = (stocktakeId: string) =>
  queryOptions({
    queryKey: ['stocktake.show', stocktakeId, 'head'],
    queryFn: () => client.ask('stocktake.show', { stocktakeId, limit: 1 }),
  })

/** After something was put, moved or built, everything that shows places is asked for anew. */
export const refreshPlaces = (queryClient: QueryClient) =>
  Promise.all(
    ['location.list', 'location.plan', 'location.show', 'place.show', 'place.history'].map(name =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  )
