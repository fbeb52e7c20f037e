// What can be wrong with what somebody asks for about accounts. Pages say it in their own words, by its code.
import { UserError } from '../errors.ts'
import type { PasswordFault } from './password.ts'

export type AccountFaultCode =
  | PasswordFault
  | 'bad-name'
  | 'bad-role'
  | 'taken'
  | 'unknown'
  | 'last-operator'
  | 'waiting'
  | 'bad-label'
  | 'bad-days'
  | 'bad-scopes'
  | 'many-tokens'
  | 'no-token'

export class AccountFault extends UserError {
  override name = 'AccountFault'
  readonly code: AccountFaultCode
  constructor(code: AccountFaultCode, message: string) {
    super(message)
    this.code = code
  }
}
