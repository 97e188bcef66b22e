-- People who came to the events of a programme's partner within its days, as a sum alone: nobody but the host reads who came.
CREATE FUNCTION app_programme_attendees(programme uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT count(*)::integer FROM programmes g
    JOIN events e ON e.partner_id = g.partner_id AND e.called_off_at IS NULL AND e.published_at IS NOT NULL
      AND (e.begins_at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN g.first_day AND g.last_day
    JOIN registrations r ON r.event_id = e.id AND r.checked_in_at IS NOT NULL
    WHERE g.id = programme $$;
