import { changePassword, resetPassword } from './access/change-password.ts'
import { listNames, listPeople } from './access/list-people.ts'
import { openSession } from './access/open-session.ts'
import { createPerson, disablePerson, editPerson, enablePerson } from './access/people.ts'
import { declareSeparation, grantPost, revokePost, setClearance } from './access/rights.ts'
import { chooseLanguage, closeSession, listSessions, showMe } from './access/sessions.ts'
import { createToken, listTokens, revokeToken } from './access/tokens.ts'
import { createUnit, listUnits, renameUnit } from './access/units.ts'
import { addItems, removeItems, reorderItems } from './arrangement/bind-items.ts'
import { listBonds, tieItems, untieItems } from './arrangement/bonds.ts'
import { createBox, describeBox, discardBox } from './arrangement/boxes.ts'
import { listChecks, listFaults, showCheck } from './arrangement/check-report.ts'
import { createVolume, dissolveVolume } from './arrangement/create-volume.ts'
import { describeVolume } from './arrangement/describe-volume.ts'
import { fillBox, takeOut } from './arrangement/fill-box.ts'
import { boxHistory, listBoxes, showBox } from './arrangement/list-boxes.ts'
import { listVolumes, showVolume, volumeHistory } from './arrangement/list-volumes.ts'
import { fileVolumes, numberVolumes, withdrawVolumeNumber } from './arrangement/number-volumes.ts'
import { decideArrangement, showArrangement } from './arrangement/plan.ts'
import { proposeForSeries, proposeOrderIn } from './arrangement/propose.ts'
import { startCheck } from './arrangement/start-check.ts'
import { checkTrail } from './audit/check-trail.ts'
import { exportTrail } from './audit/export-trail.ts'
import { listEvents } from './audit/list-events.ts'
import { listThings } from './forms/list-things.ts'
import { previewForm } from './forms/preview-form.ts'
import { printForm } from './forms/print-form.ts'
import { cancelRun, listRuns, printedFile } from './forms/print-runs.ts'
import { chooseKinds } from './holdings/choose-kinds.ts'
import { attachComponents, detachComponent, openComponent } from './holdings/components.ts'
import { correctItem } from './holdings/correct-item.ts'
import { defineKind, extendKind, showKinds } from './holdings/define-kind.ts'
import { describeItem, discardItem } from './holdings/describe-item.ts'
import { exportCatalogue } from './holdings/export-catalogue.ts'
import { exportItems } from './holdings/export-items.ts'
import { addFavourites, listFavourites, removeFavourites } from './holdings/favourites.ts'
import { fileItems } from './holdings/file-items.ts'
import { exportScope, saveScope, showScope } from './holdings/filing-scope.ts'
import { chooseTemplate, createFonds, editFonds, listFonds, seriesTree } from './holdings/fonds.ts'
import { listExpiring } from './holdings/list-expiring.ts'
import { listItems } from './holdings/list-items.ts'
import { listKinds } from './holdings/list-kinds.ts'
import { numberItems, unnumberItem } from './holdings/number-items.ts'
import { printCatalogue } from './holdings/print-catalogue.ts'
import { registerItem } from './holdings/register-item.ts'
import { searchFacets } from './holdings/search-facets.ts'
import { searchItems } from './holdings/search-items.ts'
import { forgetSearch, listSearches, saveSearch } from './holdings/search-saved.ts'
import { itemHistory, showItem } from './holdings/show-item.ts'
import { checkImport } from './import/check-import.ts'
import { listMappings, saveMapping } from './import/mappings.ts'
import { openImport } from './import/open-import.ts'
import { cancelImport, runImport } from './import/run-import.ts'
import { listImports, markedSheet, showImport } from './import/show-imports.ts'
import { withdrawImport } from './import/withdraw-import.ts'
import type { Operation } from './platform/operation.ts'
import { cancelRecognition } from './preservation/cancel-recognition.ts'
import { findInFile } from './preservation/find-in-file.ts'
import { listFindings, listFixity } from './preservation/list-fixity.ts'
import { listRecognition } from './preservation/list-recognition.ts'
import { checkMedium, listMedia, registerMedium } from './preservation/media.ts'
import { printFixity } from './preservation/print-fixity.ts'
import { rerunRecognition } from './preservation/rerun-recognition.ts'
import { cancelFixity, runFixity } from './preservation/run-fixity.ts'
import { showRecognition } from './preservation/show-recognition.ts'
import { editLine, voidLine } from './registry/edit-line.ts'
import { assignLines, finishLines } from './registry/finish-lines.ts'
import { forwardLine, recallForward } from './registry/forward-line.ts'
import { handleForward, readForward } from './registry/handle-line.ts'
import { itemiseLines, proposeItems } from './registry/itemise-lines.ts'
import { attachToLine, detachFromLine, openLineFile } from './registry/line-files.ts'
import { linkLines, unlinkLines } from './registry/link-lines.ts'
import { listLines } from './registry/list-lines.ts'
import { countLines, listTasks } from './registry/list-tasks.ts'
import { exportRegister, printRegister } from './registry/print-book.ts'
import { printSheetOfLine } from './registry/print-handling-sheet.ts'
import { registerLine } from './registry/register-line.ts'
import { lineHistory, lineOfItem, showLine } from './registry/show-line.ts'
import { buildRoom, extendLocation } from './repository/build-room.ts'
import { closeLocation, renameLocation, reopenLocation } from './repository/change-location.ts'
import { importClimate, listClimate, measureClimate, recordClimate, setCarrier } from './repository/climate.ts'
import { findPlace, placeHistory, proposePlaces, showPlace } from './repository/find-place.ts'
import { moveShelf } from './repository/move-shelf.ts'
import { listPlaceLog, printPlaceLog } from './repository/place-log.ts'
import { assignPlaces, moveThings, takeOff } from './repository/place-things.ts'
import { printClimate } from './repository/print-climate.ts'
import { printStocktake } from './repository/print-stocktake.ts'
import { listRooms, showLocation, showPlan } from './repository/show-room.ts'
import { listStocktakes, showStocktake } from './repository/show-stocktake.ts'
import { closeStocktake, explainStocktake, scanStocktake, startStocktake } from './repository/stocktake.ts'
import { enterStore, leaveStore, listVisits, printVisits } from './repository/visits.ts'
import { completeSetup, setupProgress, showSetup } from './setup/complete-setup.ts'
import { cancelJob } from './upkeep/cancel-job.ts'
import { listJobs } from './upkeep/list-jobs.ts'

/** TABLE OF CONTENTS: every command and query, one line each; routes, OpenAPI, client, CLI and permissions derive from it. */
export const operations = {
  // First run and sign-in
  'setup.state': showSetup,
  'setup.complete': completeSetup,
  'setup.progress': setupProgress,
  'session.open': openSession,
  'session.close': closeSession,
  'session.list': listSessions,
  'session.me': showMe,
  'language.choose': chooseLanguage,
  'password.change': changePassword,
  'password.reset': resetPassword,
  'token.create': createToken,
  'token.revoke': revokeToken,
  'token.list': listTokens,

  // People and rights
  'unit.create': createUnit,
  'unit.rename': renameUnit,
  'unit.list': listUnits,
  'person.create': createPerson,
  'person.edit': editPerson,
  'person.disable': disablePerson,
  'person.enable': enablePerson,
  'person.list': listPeople,
  'person.names': listNames,
  'post.grant': grantPost,
  'post.revoke': revokePost,
  'clearance.set': setClearance,
  'separation.declare': declareSeparation,

  // Holdings
  'fonds.create': createFonds,
  'fonds.edit': editFonds,
  'fonds.list': listFonds,
  'series.tree': seriesTree,
  'scope.show': showScope,
  'scope.save': saveScope,
  'scope.export': exportScope,
  'kind.list': listKinds,
  'kind.show': showKinds,
  'kind.define': defineKind,
  'kind.extend': extendKind,
  'fonds.choose-template': chooseTemplate,
  'fonds.choose-kinds': chooseKinds,
  'item.register': registerItem,
  'item.describe': describeItem,
  'item.discard': discardItem,
  'component.attach': attachComponents,
  'component.detach': detachComponent,
  'component.open': openComponent,
  'item.number': numberItems,
  'item.unnumber': unnumberItem,
  'item.file': fileItems,
  'item.correct': correctItem,
  'item.list': listItems,
  'item.expiring': listExpiring,
  'item.search': searchItems,
  'item.export': exportItems,
  'item.facets': searchFacets,
  'search.save': saveSearch,
  'search.forget': forgetSearch,
  'search.list': listSearches,
  'favourite.add': addFavourites,
  'favourite.remove': removeFavourites,
  'favourite.list': listFavourites,
  'item.show': showItem,
  'item.history': itemHistory,
  'catalogue.print': printCatalogue,
  'catalogue.export': exportCatalogue,

  // Arrangement: volumes, boxes, papers that stay together
  'arrangement.decide': decideArrangement,
  'arrangement.show': showArrangement,
  'volume.propose': proposeForSeries,
  'volume.propose-order': proposeOrderIn,
  'volume.create': createVolume,
  'volume.dissolve': dissolveVolume,
  'volume.add-items': addItems,
  'volume.remove-items': removeItems,
  'volume.reorder': reorderItems,
  'volume.describe': describeVolume,
  'volume.number': numberVolumes,
  'volume.unnumber': withdrawVolumeNumber,
  'volume.file': fileVolumes,
  'volume.list': listVolumes,
  'volume.show': showVolume,
  'volume.history': volumeHistory,
  'bond.create': tieItems,
  'bond.remove': untieItems,
  'bond.list': listBonds,
  'check.start': startCheck,
  'check.list': listChecks,
  'check.show': showCheck,
  'check.faults': listFaults,
  'box.create': createBox,
  'box.fill': fillBox,
  'box.take-out': takeOut,
  'box.describe': describeBox,
  'box.discard': discardBox,
  'box.list': listBoxes,
  'box.show': showBox,
  'box.history': boxHistory,
  // Repository
  'location.build': buildRoom,
  'location.extend': extendLocation,
  'location.rename': renameLocation,
  'location.close': closeLocation,
  'location.reopen': reopenLocation,
  'location.list': listRooms,
  'location.plan': showPlan,
  'location.show': showLocation,
  'place.propose': proposePlaces,
  'place.assign': assignPlaces,
  'place.move': moveThings,
  'place.move-shelf': moveShelf,
  'place.take-off': takeOff,
  'place.show': showPlace,
  'place.find': findPlace,
  'place.history': placeHistory,
  // Import
  'import.open': openImport,
  'import.check': checkImport,
  'import.run': runImport,
  'import.cancel': cancelImport,
  'import.withdraw': withdrawImport,
  'import.list': listImports,
  'import.show': showImport,
  'import.marked': markedSheet,
  'mapping.save': saveMapping,
  'mapping.list': listMappings,

  // The register of what is received and sent
  'line.register': registerLine,
  'line.edit': editLine,
  'line.void': voidLine,
  'line.attach': attachToLine,
  'line.detach': detachFromLine,
  'line.open': openLineFile,
  'line.assign': assignLines,
  'line.forward': forwardLine,
  'line.recall': recallForward,
  'line.read': readForward,
  'line.handle': handleForward,
  'line.finish': finishLines,
  'line.link': linkLines,
  'line.unlink': unlinkLines,
  'line.propose': proposeItems,
  'line.itemise': itemiseLines,
  'line.list': listLines,
  'line.show': showLine,
  'line.history': lineHistory,
  'line.of-item': lineOfItem,
  'line.tasks': listTasks,
  'line.count': countLines,
  'line.print': printRegister,
  'line.export': exportRegister,
  'line.sheet': printSheetOfLine,

  // The print centre
  'form.things': listThings,
  'form.preview': previewForm,
  'form.print': printForm,
  'form.runs': listRuns,
  'form.file': printedFile,
  'form.cancel': cancelRun,
  'place.log': listPlaceLog,
  'place.print-log': printPlaceLog,
  'visit.enter': enterStore,
  'visit.leave': leaveStore,
  'visit.list': listVisits,
  'visit.print': printVisits,
  'stocktake.start': startStocktake,
  'stocktake.scan': scanStocktake,
  'stocktake.explain': explainStocktake,
  'stocktake.close': closeStocktake,
  'stocktake.list': listStocktakes,
  'stocktake.show': showStocktake,
  'stocktake.print': printStocktake,
  'climate.record': recordClimate,
  'climate.import': importClimate,
  'climate.measure': measureClimate,
  'climate.set-carrier': setCarrier,
  'climate.list': listClimate,
  'climate.print': printClimate,
  // Preservation
  'component.find': findInFile,
  'recognition.list': listRecognition,
  'recognition.show': showRecognition,
  'recognition.rerun': rerunRecognition,
  'recognition.cancel': cancelRecognition,
  'fixity.list': listFixity,
  'fixity.findings': listFindings,
  'fixity.run': runFixity,
  'fixity.cancel': cancelFixity,
  'fixity.print': printFixity,
  'medium.register': registerMedium,
  'medium.check': checkMedium,
  'medium.list': listMedia,

  // The trail
  'audit.list': listEvents,
  'audit.check': checkTrail,
  'audit.export': exportTrail,

  // The system
  'job.list': listJobs,
  'job.cancel': cancelJob,
} as const

export type Operations = typeof operations

/** The same as a plain list, for whatever walks all of them. */
export const operationList: readonly Operation[] = Object.values(operations)
