CREATE TABLE "spoken_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"account_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"lines" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"told_by" uuid,
	CONSTRAINT "spoken_letters_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "signing_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"side" text NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"opened_by" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "spoken_letters" ADD CONSTRAINT "spoken_letters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_calls" ADD CONSTRAINT "signing_calls_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_calls" ADD CONSTRAINT "signing_calls_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spoken_letters_told_at_created_at_index" ON "spoken_letters" USING btree ("told_at","created_at");--> statement-breakpoint
CREATE INDEX "signing_calls_opened_at_asked_at_index" ON "signing_calls" USING btree ("opened_at","asked_at");--> statement-breakpoint
CREATE INDEX "signing_calls_contract_id_account_id_index" ON "signing_calls" USING btree ("contract_id","account_id");--> statement-breakpoint
CREATE INDEX "spoken_codes_code_hash_index" ON "spoken_codes" USING btree ("code_hash");--> statement-breakpoint
ALTER TABLE "spoken_codes" DROP COLUMN "attempts";