"""Short addresses on posters and in mail; they carry a code only until it is exchanged."""

app_name = "join"

urlpatterns: list[object] = []
