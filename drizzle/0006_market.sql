CREATE TABLE "market_aims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alpha" smallint NOT NULL,
	"places" smallint NOT NULL,
	"floor" smallint NOT NULL,
	"prediction_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "market_aims_predictionId_unique" UNIQUE("prediction_id")
);
--> statement-breakpoint
CREATE TABLE "market_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"talent_id" uuid,
	"project_id" uuid,
	"ids" uuid[] NOT NULL,
	"chances" real[] NOT NULL,
	"price" smallint DEFAULT 0 NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"shown_at" timestamp with time zone,
	"shown" uuid[],
	CONSTRAINT "list_of_one_side" CHECK (("market_lists"."talent_id" is null) <> ("market_lists"."project_id" is null)),
	CONSTRAINT "list_has_its_chances" CHECK (cardinality("market_lists"."ids") = cardinality("market_lists"."chances"))
);
--> statement-breakpoint
CREATE TABLE "market_predictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alpha" smallint NOT NULL,
	"places" smallint NOT NULL,
	"floor" smallint NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"predicted" jsonb,
	"before" jsonb,
	CONSTRAINT "predicted_aim_in_range" CHECK ("market_predictions"."alpha" between 0 and 100 and "market_predictions"."floor" between 0 and 100),
	CONSTRAINT "predicted_places_in_range" CHECK ("market_predictions"."places" between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "market_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seed" integer NOT NULL,
	"alpha" smallint NOT NULL,
	"places" smallint NOT NULL,
	"floor" smallint NOT NULL,
	"people" integer NOT NULL,
	"projects" integer NOT NULL,
	"pairs" integer NOT NULL,
	"outcome" jsonb NOT NULL,
	"by_fit" jsonb NOT NULL,
	"curve" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "market_aims" ADD CONSTRAINT "market_aims_prediction_id_market_predictions_id_fk" FOREIGN KEY ("prediction_id") REFERENCES "public"."market_predictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_lists" ADD CONSTRAINT "market_lists_run_id_market_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."market_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_lists" ADD CONSTRAINT "market_lists_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_lists" ADD CONSTRAINT "market_lists_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "market_aims_made_at_index" ON "market_aims" USING btree ("made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "market_lists_talent_id_run_id_index" ON "market_lists" USING btree ("talent_id","run_id");--> statement-breakpoint
CREATE UNIQUE INDEX "market_lists_project_id_run_id_index" ON "market_lists" USING btree ("project_id","run_id");--> statement-breakpoint
CREATE INDEX "market_lists_run_id_index" ON "market_lists" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "market_predictions_asked_at_index" ON "market_predictions" USING btree ("asked_at");--> statement-breakpoint
CREATE INDEX "market_runs_done_at_index" ON "market_runs" USING btree ("done_at");