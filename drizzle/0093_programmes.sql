CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"about" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"goal_companies" integer,
	"goal_projects" integer,
	"goal_contracts" integer,
	"goal_visits" integer,
	"goal_attendees" integer,
	"budget" integer,
	"contact" text DEFAULT '' NOT NULL,
	"colour" text DEFAULT 'green' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "programmes_slug_unique" UNIQUE("slug"),
	CONSTRAINT "programme_days_in_order" CHECK ("programmes"."first_day" <= "programmes"."last_day"),
	CONSTRAINT "programme_budget_not_negative" CHECK ("programmes"."budget" >= 0),
	CONSTRAINT "programme_closed_after_published" CHECK ("programmes"."closed_at" is null or "programmes"."published_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "programme_id" uuid;--> statement-breakpoint
ALTER TABLE "programmes" ADD CONSTRAINT "programmes_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "programmes_partner_id_index" ON "programmes" USING btree ("partner_id");--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "projects_programme_id_index" ON "projects" USING btree ("programme_id");