CREATE TABLE "suggested_runners_up" (
	"project_id" uuid NOT NULL,
	"talent_id" uuid NOT NULL,
	"suggested_at" timestamp with time zone NOT NULL,
	"suggested_by" uuid NOT NULL,
	CONSTRAINT "suggested_runners_up_project_id_talent_id_pk" PRIMARY KEY("project_id","talent_id")
);
--> statement-breakpoint
ALTER TABLE "suggested_runners_up" ADD CONSTRAINT "suggested_runners_up_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggested_runners_up" ADD CONSTRAINT "suggested_runners_up_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggested_runners_up_talent_id_index" ON "suggested_runners_up" USING btree ("talent_id");