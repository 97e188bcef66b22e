CREATE TABLE "alumni_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"month" date NOT NULL,
	"nth" integer NOT NULL,
	"subject" text NOT NULL,
	"words" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letters_in_turn" UNIQUE("partner_id","month","nth"),
	CONSTRAINT "two_letters_a_month" CHECK ("alumni_letters"."nth" between 1 and 2)
);
--> statement-breakpoint
CREATE TABLE "signpost_arrivals" (
	"signpost_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signpost_arrivals_signpost_id_account_id_pk" PRIMARY KEY("signpost_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "signposts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"place" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "one_link_a_place" UNIQUE("account_id","place")
);
--> statement-breakpoint
ALTER TABLE "alumni_letters" ADD CONSTRAINT "alumni_letters_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signpost_arrivals" ADD CONSTRAINT "signpost_arrivals_signpost_id_signposts_id_fk" FOREIGN KEY ("signpost_id") REFERENCES "public"."signposts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signpost_arrivals" ADD CONSTRAINT "signpost_arrivals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signposts" ADD CONSTRAINT "signposts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "signpost_arrivals_account_id_index" ON "signpost_arrivals" USING btree ("account_id");