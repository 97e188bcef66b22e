CREATE TABLE "assist_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"partner_id" uuid,
	"scope" text NOT NULL,
	"code_hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "assisted_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"partner_id" uuid,
	"scope" text NOT NULL,
	"assistant_id" uuid NOT NULL,
	"sign_in_id" uuid NOT NULL,
	"code_id" uuid,
	"mandate_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "session_by_code_or_mandate" CHECK (num_nonnulls("assisted_sessions"."code_id", "assisted_sessions"."mandate_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"partner_id" uuid,
	"scope" text NOT NULL,
	"way" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "mandate_ends_later" CHECK ("mandates"."ends_at" > "mandates"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "assist_codes" ADD CONSTRAINT "assist_codes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assist_codes" ADD CONSTRAINT "assist_codes_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_sessions" ADD CONSTRAINT "assisted_sessions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_sessions" ADD CONSTRAINT "assisted_sessions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_sessions" ADD CONSTRAINT "assisted_sessions_assistant_id_accounts_id_fk" FOREIGN KEY ("assistant_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_sessions" ADD CONSTRAINT "assisted_sessions_code_id_assist_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."assist_codes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_sessions" ADD CONSTRAINT "assisted_sessions_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assist_codes_code_hash_index" ON "assist_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "assist_codes_company_id_index" ON "assist_codes" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "assisted_sessions_company_id_started_at_index" ON "assisted_sessions" USING btree ("company_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_assisted_session_at_a_time" ON "assisted_sessions" USING btree ("sign_in_id") WHERE "assisted_sessions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "mandates_company_id_index" ON "mandates" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "mandates_partner_id_index" ON "mandates" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "history_assisted" ON "history" USING btree (("data" ->> 'assisted')) WHERE "history"."data" ? 'assisted';