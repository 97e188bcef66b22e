-- People who came to the events of a programme, as sums alone: nobody but the host reads who came. Within its days; an event that its
-- host made a part of another programme is that one's. With it how many different people these are, by whom small sums are kept back.
DROP FUNCTION app_programme_attendees(uuid);--> statement-breakpoint
CREATE FUNCTION app_programme_attendees(programme uuid) RETURNS TABLE (attendees integer, people integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT count(*)::integer, count(DISTINCT coalesce(r.account_id::text, r.email, r.id::text))::integer
    FROM programmes g
    JOIN events e ON e.partner_id = g.partner_id AND e.called_off_at IS NULL AND e.published_at IS NOT NULL
      AND coalesce(e.programme_id, g.id) = g.id
      AND (e.begins_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN g.first_day AND g.last_day
    JOIN registrations r ON r.event_id = e.id AND r.checked_in_at IS NOT NULL
    WHERE g.id = programme $$;
