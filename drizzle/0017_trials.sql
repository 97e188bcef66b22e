CREATE TABLE "market_trial_projects" (
	"trial_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"cluster" smallint NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "market_trial_projects_trial_id_project_id_pk" PRIMARY KEY("trial_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "market_trials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"prediction_id" uuid NOT NULL,
	"alpha" smallint NOT NULL,
	"places" smallint NOT NULL,
	"floor" smallint NOT NULL,
	"first" jsonb NOT NULL,
	"seed" integer NOT NULL,
	"clusters" jsonb NOT NULL,
	"drawn_by" uuid NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"measure" text,
	"begun_by" uuid,
	"begun_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"measured_at" timestamp with time zone,
	"result" jsonb,
	CONSTRAINT "market_trials_predictionId_unique" UNIQUE("prediction_id"),
	CONSTRAINT "begun_with_all_it_needs" CHECK (num_nulls("market_trials"."measure", "market_trials"."begun_by", "market_trials"."begun_at", "market_trials"."ends_at") in (0, 4)),
	CONSTRAINT "ended_after_it_began" CHECK ("market_trials"."ended_at" >= "market_trials"."begun_at"),
	CONSTRAINT "measured_after_it_ended" CHECK ("market_trials"."measured_at" is null or "market_trials"."ended_at" is not null),
	CONSTRAINT "measured_with_its_result" CHECK (("market_trials"."measured_at" is null) = ("market_trials"."result" is null))
);
--> statement-breakpoint
ALTER TABLE "market_lists" ADD COLUMN "arms" smallint[];--> statement-breakpoint
ALTER TABLE "market_runs" ADD COLUMN "trial_id" uuid;--> statement-breakpoint
ALTER TABLE "market_trial_projects" ADD CONSTRAINT "market_trial_projects_trial_id_market_trials_id_fk" FOREIGN KEY ("trial_id") REFERENCES "public"."market_trials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_trial_projects" ADD CONSTRAINT "market_trial_projects_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_trials" ADD CONSTRAINT "market_trials_prediction_id_market_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."market_predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "market_trials_drawn_at_index" ON "market_trials" USING btree ("drawn_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_trial_at_a_time" ON "market_trials" USING btree ((true)) WHERE "market_trials"."begun_at" is not null and "market_trials"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "market_runs" ADD CONSTRAINT "market_runs_trial_id_market_trials_id_fk" FOREIGN KEY ("trial_id") REFERENCES "public"."market_trials"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_lists" ADD CONSTRAINT "list_has_its_arms" CHECK (cardinality("market_lists"."ids") = cardinality("market_lists"."arms"));