from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_leaving_and_restoring'),
    ]

    operations = [
        migrations.AddField(
            model_name='session',
            name='in_talk_at',
            field=models.DateTimeField(null=True),
        ),
    ]
