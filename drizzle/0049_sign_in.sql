CREATE TABLE "introductions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"email" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD COLUMN "introduction_id" uuid;--> statement-breakpoint
CREATE INDEX "introductions_expires_at_index" ON "introductions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_account_of_an_identity" ON "identities" USING btree ("provider_id","account_id");