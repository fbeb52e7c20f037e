// Configuration: environment over file over default, validated together, frozen. (First shape; filled in by the loader.)
export type Config = {
  data: string
  inbox: string
  host: string
  port: number
  storeUrl: string
  queueUrl: string
  blobsUrl: string
}
