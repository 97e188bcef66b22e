import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** The one endpoint of our own: server-only, called after a code was checked. */
export function provenAddress() {
  return {
    id: 'proven-address',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ email: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context
          const email = ctx.body.email.toLowerCase()
          const known = (await internalAdapter.findUserByEmail(email))?.user
          const user =
            known ??
            (await internalAdapter.createUser({ email, emailVerified: true, name: '' }, { method: 'email-otp' }))
          if (known && !known.emailVerified) await internalAdapter.updateUser(known.id, { emailVerified: true })
          const session = await internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ accountId: user.id })
        },
      ),
    },
  }
}
